using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Content;
using Dukcapil.Bot.Dialogs.Definitions;
using Dukcapil.Bot.Dialogs.Recognizers;

namespace Dukcapil.Bot.Core.Content;

/// <summary>Checks across all parts of the content and the acts of the host.</summary>
internal static class ContentRules
{
    private const string ConsentVersion = "persetujuan.versi";

    internal static IEnumerable<ContentProblem> Check(DialogCatalogue dialogs, AlurCatalogue? alur, IntentCatalogue? intents) =>
    [
        .. dialogs.Dialogs.Values.SelectMany(dialog => dialog.Nodes.Values.OfType<ActNode>().SelectMany(act => Act(dialogs, dialog, act))),
        .. CaseTexts.All.Where(key => !dialogs.Texts.All.ContainsKey(key))
            .Select(key => new ContentProblem("texts/kasus.yaml", 1, $"the text '{key}' is missing")),
        .. AppointmentTexts.All.Where(key => !dialogs.Texts.All.ContainsKey(key))
            .Select(key => new ContentProblem("texts/janji.yaml", 1, $"the text '{key}' is missing")),
        .. CampaignTexts.All.Where(key => !dialogs.Texts.All.ContainsKey(key))
            .Select(key => new ContentProblem("texts/pengingat.yaml", 1, $"the text '{key}' is missing")),
        .. alur is null || intents is null ? [] : Alur(alur, intents),
    ];

    private static IEnumerable<ContentProblem> Act(DialogCatalogue dialogs, DialogDefinition dialog, ActNode act)
    {
        var file = dialog.File ?? dialog.Id;
        if (!HostActs.Outcomes.TryGetValue(act.Act, out var outcomes))
        {
            yield return new ContentProblem(
                file, act.Line, $"the service knows no act '{act.Act}'; write one of: {string.Join(", ", HostActs.Outcomes.Keys)}");
            yield break;
        }

        foreach (var outcome in act.On.Keys.Except(outcomes, StringComparer.Ordinal))
            yield return new ContentProblem(
                file, act.Line, $"'{act.Act}' never ends with '{outcome}'; it can end with: {string.Join(", ", outcomes)}");
        if (act.Act == "consent.record" && dialogs.Texts.All.GetValueOrDefault(ConsentVersion)?.Id is var version
            && act.With.GetValueOrDefault("versi") != version)
            yield return new ContentProblem(
                file, act.Line, $"'versi' must be '{version}', the version of the text that the resident agrees to ({ConsentVersion})");
    }

    private static IEnumerable<ContentProblem> Alur(AlurCatalogue alur, IntentCatalogue intents) => intents.Alur
        .Where(clues => alur.Find(clues.Id) is null)
        .Select(clues => new ContentProblem("niat.yaml", 1, $"'{clues.Id}' is no alur; there must be a file alur/{clues.Id}.yaml"));
}
