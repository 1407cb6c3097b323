namespace Dukcapil.Bot.Dialogs.Recognizers;

/// <summary>Takes any text of 1 to 500 characters as it is, trimmed; text without a single letter, digit or sign counts as empty.</summary>
public sealed class FreeTextRecognizer : Recognizer
{
    private const int Longest = 500;

    /// <inheritdoc/>
    public override Recognition Recognize(string text, RecognizerContext context)
    {
        if (TextNormalizer.Clean(text).Length == 0) return Recognition.Failed("pengenal.teks.kosong");
        var trimmed = text.Trim();
        return trimmed.Length > Longest ? Recognition.Failed("pengenal.teks.panjang") : Recognition.Understood(WithoutControls(trimmed));
    }

    // PostgreSQL stores no NUL, and lines are the only control a person means.
    private static string WithoutControls(string text) =>
        string.Concat(text.EnumerateRunes()
            .Where(rune => rune.Value == '\n' || !System.Text.Rune.IsControl(rune)).Select(rune => rune.ToString()));
}
