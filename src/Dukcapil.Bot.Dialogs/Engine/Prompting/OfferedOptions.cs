using Dukcapil.Bot.Content;
using Dukcapil.Bot.Dialogs.Definitions;
using Dukcapil.Bot.Dialogs.Recognizers;

namespace Dukcapil.Bot.Dialogs.Engine.Prompting;

/// <summary>What a prompt offers at this moment.</summary>
internal static class OfferedOptions
{
    /// <summary>Stored value of a yes.</summary>
    internal const string Yes = "ya";

    /// <summary>Stored value of a no.</summary>
    internal const string No = "tidak";

    /// <summary>Goes on from a complete checklist.</summary>
    internal const string GoOn = "lanjut";

    /// <summary>Changes an item of a complete checklist.</summary>
    internal const string Change = "ganti";

    /// <summary>The options in the order they are numbered; none for a question that is answered freely.</summary>
    internal static IReadOnlyList<OfferedOption> Of(Turn turn, PromptNode prompt) =>
        turn.Candidates is { } candidates ? candidates.Select(FromItem).ToList() : Stated(turn, prompt);

    /// <summary>The prompt's own options, whatever is being asked back.</summary>
    internal static IReadOnlyList<OfferedOption> Stated(Turn turn, PromptNode prompt) => prompt switch
    {
        ChoiceNode choice => Choice(turn, choice),
        AskNode { As: "yesno" } ask => YesNo(turn, FinalAnswers.YesLeads(turn, ask)),
        ChecklistNode => Checklist(turn),
        _ => [],
    };

    private static List<OfferedOption> Choice(Turn turn, ChoiceNode choice)
    {
        var items = choice.From is { } name && turn.Values.Find(name)?.Items is { } rows ? rows.Select(FromItem) : [];
        var stated = choice.Options
            .Where(option => option.When.Holds(turn.Values.Text))
            .Select(option => new OfferedOption(
                option.Id,
                Filled(turn, option.Title),
                option.Description is { } text ? Filled(turn, text) : null,
                option.Words,
                option)
            { IsFinal = FinalAnswers.Leads(turn, choice, option), IsBeside = choice.From is not null });
        return items.Concat(stated).DistinctBy(option => option.Id, StringComparer.Ordinal).ToList();
    }

    private static List<OfferedOption> Checklist(Turn turn) => turn.Checklist.Asking switch
    {
        ChecklistQuestion.BringRest => YesNo(turn, isFinal: false),
        ChecklistQuestion.Complete =>
        [
            Plain(turn, GoOn, EngineTexts.GoOnOption),
            Plain(turn, Change, EngineTexts.ChangeOption),
        ],
        _ => [],
    };

    private static List<OfferedOption> YesNo(Turn turn, bool isFinal)
    {
        var yes = Plain(turn, Yes, EngineTexts.Yes) with { IsFinal = isFinal, Words = isFinal ? YesNoWords.GoOn : [] };
        return [yes, Plain(turn, No, EngineTexts.No)];
    }

    private static OfferedOption Plain(Turn turn, string id, string key) => new(id, turn.Catalogue.Texts[key], null, [], null);

    internal static OfferedOption FromItem(DialogListItem item) => new(item.Id, item.Title, item.Description, item.Words ?? [], null);

    private static LocalizedText Filled(Turn turn, LocalizedText text) =>
        new(text.Fill(Language.Id, turn.Values.Shown), text.Fill(Language.En, turn.Values.Shown));
}
