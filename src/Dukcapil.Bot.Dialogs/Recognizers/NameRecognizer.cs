using System.Globalization;
using System.Text;

namespace Dukcapil.Bot.Dialogs.Recognizers;

/// <summary>
/// Reads a person's name as on the KTP: 2 to 60 Latin letters, blanks, apostrophes, dots, hyphens and commas (titles). One word is a full
/// name. Words around it are left out (<see cref="NameSentence"/>), and what is no name is refused. Written all small or all large it
/// becomes Title Case; otherwise its case is kept.
/// </summary>
public sealed class NameRecognizer : Recognizer
{
    private const string NoName = "mesin.bukan-nama";
    private const int Shortest = 2;
    private const int Longest = 60;

    /// <inheritdoc/>
    public override Recognition Recognize(string text, RecognizerContext context)
    {
        var name = NameSentence.Within(TextNormalizer.Clean(text));
        if (Questions.HasMark(text)) return Recognition.Failed(NoName);
        if (name.Any(char.IsDigit)) return Recognition.Failed("pengenal.nama.angka");
        if (!name.All(IsNameCharacter) || LooksLikeAddress(name)) return Recognition.Failed("pengenal.nama.karakter");
        if (NameSentence.IsNone(name)) return Recognition.Failed(text.Any(char.IsLetter) ? NoName : "pengenal.nama.pendek");
        if (name.Count(char.IsLetter) < Shortest) return Recognition.Failed("pengenal.nama.pendek");
        return name.Length > Longest ? Recognition.Failed("pengenal.nama.panjang") : Recognition.Understood(InTitleCase(name));
    }

    // Latin with its accents ends at U+024F; the KTP prints no other script.
    private static bool IsNameCharacter(char c) => c is ' ' or '\'' or '.' or '-' or ',' || (char.IsLetter(c) && c <= '\u024F');

    private static bool LooksLikeAddress(string name) =>
        name.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
        || name.Split(' ').Any(word =>
            word.EndsWith(".com", StringComparison.OrdinalIgnoreCase) || word.EndsWith(".id", StringComparison.OrdinalIgnoreCase));

    private static string InTitleCase(string name)
    {
        var letters = name.Where(char.IsLetter).ToList();
        if (letters.Any(char.IsUpper) && letters.Any(char.IsLower)) return name;
        var result = new StringBuilder(name.Length);
        for (var i = 0; i < name.Length; i++)
        {
            var begins = i == 0 || name[i - 1] is ' ' or '-' or '.';
            result.Append(
                begins ? char.ToUpper(name[i], CultureInfo.InvariantCulture) : char.ToLower(name[i], CultureInfo.InvariantCulture));
        }

        return result.ToString();
    }
}
