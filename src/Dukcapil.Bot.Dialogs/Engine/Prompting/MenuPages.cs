using System.Globalization;
using Dukcapil.Bot.Dialogs.Definitions;
using Dukcapil.Bot.Dialogs.Engine.Composing;
using Dukcapil.Bot.Dialogs.Recognizers;

namespace Dukcapil.Bot.Dialogs.Engine.Prompting;

/// <summary>
/// Menus longer than a list can be (<see cref="Limits.Rows"/>): nine rows and "Lainnya", which shows the following ones and after the
/// last begins anew. Numbers and titles that are typed address the whole menu, whatever page is shown.
/// </summary>
internal static class MenuPages
{
    // No option id holds this sign.
    private const string MoreId = "lainnya~";
    private const int Step = Limits.Rows - 1;

    internal static MenuPart Menu(Turn turn, PromptNode prompt, string button, IReadOnlyList<ReplyOption> rows)
    {
        if (turn.MenuFrom >= rows.Count) turn.MenuFrom = 0;
        if (rows.Count <= Limits.Rows) return new MenuPart(button, rows);
        var id = string.Create(CultureInfo.InvariantCulture, $"{turn.Top!.Dialog}/{prompt.Id}/{MoreId}{turn.MenuFrom + Step}");
        return new MenuPart(button, rows, turn.MenuFrom, new ReplyOption(id, turn.Sentence(EngineTexts.MoreOption), null));
    }

    /// <summary>The page that a tapped row asks for; null when it is no "Lainnya" of the current question.</summary>
    internal static PromptReading.Page? Tapped(Turn turn, PromptNode prompt, string payload)
    {
        var more = $"{turn.Top?.Dialog}/{prompt.Id}/{MoreId}";
        if (!payload.StartsWith(more, StringComparison.Ordinal)) return null;
        return int.TryParse(payload.AsSpan(more.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var from)
               && from < OfferedOptions.Of(turn, prompt).Count
            ? new PromptReading.Page(from)
            : null;
    }

    /// <summary>The page that a typed word asks for; null when it asks for none. An option of that name comes first.</summary>
    internal static PromptReading.Page? Typed(Turn turn, PromptNode prompt, string text)
    {
        var offered = OfferedOptions.Of(turn, prompt);
        var word = TextNormalizer.Normalize(text);
        if (offered.Count <= Limits.Rows || !Words.In(turn, EngineTexts.MoreOption).Contains(word, StringComparer.Ordinal)) return null;
        if (offered.Any(option => option.Is(word))) return null;
        return new PromptReading.Page(turn.MenuFrom + Limits.Rows < offered.Count ? turn.MenuFrom + Step : 0);
    }

    internal static void Show(Turn turn, PromptNode prompt, int from)
    {
        turn.MenuFrom = from;
        Prompts.Show(turn, prompt, turn.Candidates is null ? turn.Fill(prompt.Text) : turn.Sentence(EngineTexts.WhichOne));
    }
}
