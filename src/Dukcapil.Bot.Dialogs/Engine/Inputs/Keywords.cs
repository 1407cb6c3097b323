using Dukcapil.Bot.Dialogs.Definitions;
using Dukcapil.Bot.Dialogs.Engine.Checklists;
using Dukcapil.Bot.Dialogs.Engine.Prompting;
using Dukcapil.Bot.Dialogs.Recognizers;

namespace Dukcapil.Bot.Dialogs.Engine.Inputs;

/// <summary>A keyword that was written, and what followed it.</summary>
internal sealed record KeywordHit(Keyword Keyword, string Rest);

/// <summary>Words that work at any point.</summary>
internal static class Keywords
{
    /// <summary>
    /// The keyword that a message is, politeness around it aside. One that is exactly an option of the current question is the option, and
    /// one that the list of papers or a form understands by itself is theirs. One that acts at once is no question. One that only begins
    /// the message (<c>CEK 12345</c>) must be followed by a number and gives way to a name or free text that is being asked for.
    /// </summary>
    internal static KeywordHit? Find(Turn turn, PromptNode? prompt, string text, PromptReading? reading)
    {
        var normalized = TextNormalizer.Normalize(text);
        var plain = Courtesy.Plain(text);
        if (prompt is not null && IsOwn(turn, prompt, normalized, plain, reading)) return null;
        foreach (var keyword in turn.Catalogue.Keywords.Where(keyword => IsHeard(turn, prompt, text, keyword)))
        {
            if (keyword.Words.Any(word => word == normalized || word == plain)) return new KeywordHit(keyword, "");
        }

        var isFreeAnswer = prompt is AskNode { As: "name" or "text" } && reading is PromptReading.Answer;
        if (isFreeAnswer) return null;
        var taking = turn.Catalogue.Keywords.Where(keyword => keyword.Takes is not null).ToList();
        return taking
            .Select(keyword => Words.After(keyword.Words, normalized) is { } rest && rest.Any(char.IsDigit)
                ? new KeywordHit(keyword, Original(text, rest))
                : null)
            .FirstOrDefault(hit => hit is not null) ?? (reading is { IsAnswer: true } ? null : ByNumber(taking, prompt, text));
    }

    // What the question itself understands by the words: an option of it, a wish about the list of papers, an answer in other words.
    private static bool IsOwn(Turn turn, PromptNode prompt, string normalized, string? plain, PromptReading? reading) =>
        reading is PromptReading.Command { What: ChecklistCommand.BringToCounter } or PromptReading.Answer { IsInstead: true }
        || OfferedOptions.Of(turn, prompt).Any(option => option.Is(normalized) || (plain is not null && option.Is(plain)));

    // "Salah nomor" at the question for a NIK speaks of that number, and "stop?" asks before it stops anything.
    private static bool IsHeard(Turn turn, PromptNode? prompt, string text, Keyword keyword)
    {
        if (keyword.Confirm is not null && (Progress.Level(turn) is not null || prompt is AskNode or ChecklistNode)) return false;
        return !Questions.HasMark(text) || keyword.Dialog is not { } dialog || !FinalAnswers.Opens(turn.Catalogue, dialog);
    }

    // "26-00417-3 gmn kabarnya": the number says what is meant, except where another number was asked for.
    private static KeywordHit? ByNumber(List<Keyword> taking, PromptNode? prompt, string text)
    {
        if (prompt is AskNode { As: "nik" or "kk" or "phone" or "date" or "number" }) return null;
        var numbers = TextNormalizer.Normalize(text).Split(' ')
            .Select(word => word.Trim(',', '.', '?', '!', '#', ':').Replace("-", "", StringComparison.Ordinal))
            .Where(word => word.Length > 0 && word.All(char.IsAsciiDigit))
            .ToList();
        return taking.Where(keyword => keyword.Digits is not null)
            .Select(keyword => numbers.Where(digits => digits.Length == keyword.Digits).ToList() is [var number]
                ? new KeywordHit(keyword, number)
                : null)
            .FirstOrDefault(hit => hit is not null);
    }

    internal static void Do(Turn turn, KeywordHit hit)
    {
        turn.Candidates = null;
        switch (hit.Keyword)
        {
            case { Does: KeywordAction.Back } when turn.Stack.Count > 0:
                BackTrack.Go(turn);
                break;
            case { Does: KeywordAction.Back } when SuspendedDialog.Resume(turn):
                break;
            case { Does: KeywordAction.Repeat } when turn.Stack.Count > 0:
                turn.Waiting = false;
                break;
            case { Does: KeywordAction.Replace, Dialog: { } dialog }:
                Navigation.Replace(turn, dialog, Given(turn, hit));
                break;
            case { Does: KeywordAction.Call, Dialog: { } dialog }:
                Navigation.Interrupt(turn, turn.Stack.Count > 0 && hit.Keyword.Confirm is { } asks ? asks : dialog, Given(turn, hit));
                break;
            default:
                Navigation.BeginRoot(turn);
                break;
        }
    }

    private static Dictionary<string, DialogValue> Given(Turn turn, KeywordHit hit)
    {
        var given = new Dictionary<string, DialogValue>(StringComparer.Ordinal);
        if (hit.Keyword.Takes is not { } name) return given;
        if (hit.Rest.Length > 0) given[name] = DialogValue.Of(hit.Rest);
        else turn.Values.Forget(name);
        return given;
    }

    // What followed, as it was written, when the end of the message still reads the same.
    private static string Original(string text, string rest)
    {
        var trimmed = text.Trim();
        var tail = trimmed.Length >= rest.Length ? trimmed[^rest.Length..] : "";
        return string.Equals(tail, rest, StringComparison.OrdinalIgnoreCase) ? tail : rest;
    }
}
