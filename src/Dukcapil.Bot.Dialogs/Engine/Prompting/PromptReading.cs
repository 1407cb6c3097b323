using Dukcapil.Bot.Content;
using Dukcapil.Bot.Dialogs.Definitions;
using Dukcapil.Bot.Dialogs.Engine.Checklists;
using Dukcapil.Bot.Dialogs.Recognizers;

namespace Dukcapil.Bot.Dialogs.Engine.Prompting;

/// <summary>What a text means at a prompt. Reading changes nothing, so it can be done to find out whether a text is an answer.</summary>
internal abstract record PromptReading
{
    /// <summary>An answer; with the option that carries a target and values, if any.</summary>
    internal sealed record Answer(DialogValue Value, ChoiceOption? Option = null) : PromptReading
    {
        /// <summary>The intent that led to the option, when no title did.</summary>
        internal IntentMatch? IntentMatch { get; init; }

        /// <summary>What the text chose in the dialog that the option opens (<see cref="ChoiceOption.OpenedDialog"/>); or null.</summary>
        internal string? FollowingOption { get; init; }

        /// <summary>
        /// Slot filling: answers to questions about the same appointment that stood in the text, by kind (<see cref="DayTimeChoice"/>); an
        /// empty one takes back what was said before.
        /// </summary>
        internal IReadOnlyDictionary<string, string> PrefilledSlots { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

        /// <summary>
        /// It says in words of the question that there will be no such answer ("cukup", "loket"), which no keyword overrides.
        /// </summary>
        internal bool IsInstead { get; init; }

        /// <summary>Slot filling: answers to following questions that stood in the same text, by recogniser.</summary>
        internal IReadOnlyDictionary<string, string> FilledSlots { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
    }

    /// <summary>Several answers were meant.</summary>
    internal sealed record Unclear(IReadOnlyList<DialogListItem> Candidates) : PromptReading;

    /// <summary>A day or time that the list does not hold, and the row that comes nearest.</summary>
    internal sealed record NotOffered(LocalizedText Said, OfferedOption? Nearest) : PromptReading;

    /// <summary>No option, but something the service can do.</summary>
    internal sealed record Intent(IntentMatch Match) : PromptReading;

    /// <summary>Something about a checklist.</summary>
    internal sealed record Command(ChecklistCommand What) : PromptReading;

    /// <summary>Another page of a long menu.</summary>
    internal sealed record Page(int From) : PromptReading;

    /// <summary>Nothing; with the text key of what was wrong, if known.</summary>
    internal sealed record Nothing(string? Problem = null) : PromptReading
    {
        /// <summary>It looks like an answer that is not taken on likeness, so nothing else is looked for in it.</summary>
        internal bool IsLikelyAnswer { get; init; }
    }

    /// <summary>Whether the conversation can go on with it.</summary>
    internal bool IsAnswer => this is Answer or Unclear or NotOffered or Command or Page;
}
