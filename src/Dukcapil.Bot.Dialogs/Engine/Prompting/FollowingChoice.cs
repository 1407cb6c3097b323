using Dukcapil.Bot.Dialogs.Definitions;
using Dukcapil.Bot.Dialogs.Recognizers;

namespace Dukcapil.Bot.Dialogs.Engine.Prompting;

/// <summary>Sentences that answer a choice and the one it leads to: "ganti nama", "no KK-nya salah", "anak saya".</summary>
internal static class FollowingChoice
{
    // Said alone these may send; in a sentence they say nothing of that.
    private static readonly string[] Slight = ["ya", "sudah", "siap", "bukan", "tidak"];

    /// <summary>
    /// The option that opens a dialog (<see cref="ChoiceOption.OpenedDialog"/>) together with the first choice of that dialog, when the
    /// text names an option there; null when it does not, or when it names another option here.
    /// </summary>
    internal static PromptReading.Answer? Answered(Turn turn, IReadOnlyList<OfferedOption> offered, PromptReading? named, string text)
    {
        if (offered.FirstOrDefault(option => option.Source?.OpenedDialog is not null) is not { } opening
            || text.Any(char.IsAsciiDigit)) return null;
        if (named is PromptReading.Answer other && other.Option != opening.Source) return null;
        if (named is null && Leaves(offered, opening, text)) return null;
        if (named is PromptReading.Unclear several && several.Candidates.All(candidate => candidate.Id != opening.Id)) return null;
        var dialog = turn.Values.Resolve(opening.Source!.OpenedDialog!).Text;
        if (turn.Catalogue.Dialogs.GetValueOrDefault(dialog) is not { } definition
            || definition.Nodes[definition.Start] is not ChoiceNode following) return null;
        // "Hilang, bukan rusak" names the part to change, whatever it denies.
        var own = opening.Words.Select(TextNormalizer.Normalize).ToHashSet(StringComparer.Ordinal);
        var rest = string.Join(' ', ChoiceWords.Of(text).Where(word => !own.Contains(word) && !ChoiceWords.Denies(word)));
        var options = OfferedOptions.Stated(turn, following).Where(option => option.Source?.Next != Navigation.EndTarget)
            .Select(option => option.ToCandidate())
            .ToList();
        var match = ChoiceMatcher.Match(rest, options);
        return match.Id is { } id ? new PromptReading.Answer(opening.Value, opening.Source) { FollowingOption = id } : null;
    }

    /// <summary>
    /// Whether a text leaves what it speaks of as it is: "nik nya sudah benar?" asks and "alamatnya sudah benar" says that nothing is to
    /// change; "benar kecuali alamat" does change something.
    /// </summary>
    private static bool Leaves(IReadOnlyList<OfferedOption> offered, OfferedOption opening, string text)
    {
        var words = ChoiceWords.Of(text);
        bool Names(IReadOnlyList<string> name) =>
            name is [var word] && !Slight.Contains(word, StringComparer.Ordinal) && words.Contains(word, StringComparer.Ordinal);
        bool Says(OfferedOption option) => option.Words.Append(option.Id).Select(ChoiceWords.OfName).Any(Names);
        if (Says(opening)) return false;
        // "Kok rusak? kan hilang" wonders about what is wrong.
        if (Questions.Asks(text)) return !words.Any(word => word is "kok" or "ko");
        return offered.Any(option => option.IsFinal && Says(option))
            && !words.Any(word => ChoiceWords.Denies(word) || ChoiceWords.TurnsBack(word));
    }

    /// <summary>The option that the answer just given, or a prefilled slot, chooses here too; null when it must be asked.</summary>
    internal static OfferedOption? Chosen(Turn turn, ChoiceNode choice)
    {
        var offered = OfferedOptions.Of(turn, choice);
        var following = turn.FollowingOption ?? Prefilled(turn, choice);
        turn.FollowingOption = null;
        if (following is not null && offered.FirstOrDefault(option => option.Id == following) is { } chosen) return chosen;
        if (!choice.TriesPreviousText || turn.GoingBack || turn.Text.Length == 0
            || ChoiceWords.Number(TextNormalizer.Words(turn.Text)) is not null) return null;
        var candidates = offered.Select(option => new ChoiceCandidate(option.Id, [], option.Words)).ToList();
        return ChoiceMatcher.Match(turn.Text, candidates).Id is { } id ? offered.First(option => option.Id == id) : null;
    }

    // Used once: a question that is asked again is meant to be answered anew.
    private static string? Prefilled(Turn turn, ChoiceNode choice)
    {
        var name = ValueNames.PrefilledSlot + (choice.As ?? choice.Save);
        if (turn.Values.Text(name) is not { } prefilled) return null;
        turn.Values.Forget(name);
        return turn.GoingBack ? null : prefilled;
    }
}
