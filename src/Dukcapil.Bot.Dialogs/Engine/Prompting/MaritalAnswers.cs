using Dukcapil.Bot.Dialogs.Definitions;
using Dukcapil.Bot.Dialogs.Recognizers;

namespace Dukcapil.Bot.Dialogs.Engine.Prompting;

/// <summary>Reads a choice of marital statuses (<see cref="ChoiceNode.MaritalStatus"/>) by <see cref="MaritalStatusReader"/>.</summary>
internal static class MaritalAnswers
{
    /// <summary>What a text means that speaks of marital status; null when it does not, and is read as at any choice ("1").</summary>
    internal static PromptReading? Read(ChoiceNode choice, IReadOnlyList<OfferedOption> offered, string text)
    {
        if (choice.As != ChoiceNode.MaritalStatus) return null;
        if (Courtesy.Plain(text) is { } plain && MaritalStatusReader.Read(plain) is { } stated) return Of(offered, stated);
        if (!MaritalStatusReader.Mentions(text, out var mentioned)) return null;
        return mentioned is { } status ? Of(offered, status) : new PromptReading.Nothing();
    }

    private static PromptReading? Of(IReadOnlyList<OfferedOption> offered, MaritalStatus status)
    {
        string[] ids = status switch
        {
            MaritalStatus.Never => ["belum"],
            MaritalStatus.Married => ["kawin"],
            MaritalStatus.Formerly => ["cerai"],
            _ => ["kawin", "cerai"],
        };
        return offered.Where(option => ids.Contains(option.Id, StringComparer.Ordinal)).ToList() switch
        {
            [] => null,
            [var one] => new PromptReading.Answer(one.Value, one.Source),
            var meant => new PromptReading.Unclear(
                meant.Select(option => new DialogListItem(option.Id, option.Title, option.Description)).ToList()),
        };
    }
}
