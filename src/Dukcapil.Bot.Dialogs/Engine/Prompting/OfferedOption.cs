using Dukcapil.Bot.Content;
using Dukcapil.Bot.Dialogs.Definitions;
using Dukcapil.Bot.Dialogs.Recognizers;

namespace Dukcapil.Bot.Dialogs.Engine.Prompting;

/// <summary>An option as the resident sees it now, wherever it comes from.</summary>
internal sealed record OfferedOption(
    string Id, LocalizedText Title, LocalizedText? Description, IReadOnlyList<string> Words, ChoiceOption? Source)
{
    internal DialogValue Value => DialogValue.Of(Id, Title);

    /// <summary>See <see cref="ChoiceCandidate.IsFinal"/>.</summary>
    internal bool IsFinal { get; init; }

    /// <summary>See <see cref="ChoiceCandidate.IsBeside"/>.</summary>
    internal bool IsBeside { get; init; }

    /// <summary>Titles in both languages, because people answer in either.</summary>
    internal ChoiceCandidate ToCandidate() => new(Id, [Title.Id, Title.En], Words) { IsFinal = IsFinal, IsBeside = IsBeside };

    /// <summary>Whether the normalised text is exactly this option.</summary>
    internal bool Is(string normalized) =>
        Words.Append(Id).Append(Title.Id).Append(Title.En).Any(word => TextNormalizer.Normalize(word) == normalized);
}
