using Dukcapil.Bot.Content;
using Dukcapil.Bot.Dialogs.Engine;

namespace Dukcapil.Bot.Core.Content;

/// <summary>What a topic must satisfy, in a file and on the page alike.</summary>
public static class TopicRules
{
    /// <summary>Most phrases of a topic, and the longest.</summary>
    public const int MostPhrases = 30, LongestPhrase = 80;

    /// <summary>Facts can make a text longer than it is written; this much is kept free for each that it names.</summary>
    private const int RoomForFact = 60;

    /// <summary>What a topic can offer to do next; <c>topik.aksi.{name}</c> titles them, <c>dialogs/topik.yaml</c> does them.</summary>
    public static IReadOnlyList<string> Buttons { get; } = ["urus", "janji", "jadwal-keliling", "kabar-kantor", "menu"];

    /// <summary>The facts that a text can name.</summary>
    public static IReadOnlyList<string> Facts { get; } =
        ["nama-kantor", "alamat", "peta", "telepon", "akun", "kontak", "jam-layanan", "buka-sekarang", "libur"];

    /// <summary>Everything that is wrong with a topic; empty when nothing is.</summary>
    public static IEnumerable<TopicProblem> Problems(TopicDefinition topic)
    {
        ArgumentNullException.ThrowIfNull(topic);
        foreach (var language in (Language[])[Language.Id, Language.En])
        {
            var name = language == Language.Id ? "Bahasa Indonesia" : "bahasa Inggris";
            foreach (var problem in Title(topic.Title.In(language), name)) yield return problem;
            foreach (var problem in Body(topic.Body.In(language), name, topic.Buttons.Count > 0)) yield return problem;
        }

        if (topic.Buttons.Count > Limits.Buttons)
            yield return new("tombol", $"Tombol paling banyak {Limits.Buttons}.", $"at most {Limits.Buttons} buttons");
        foreach (var unknown in topic.Buttons.Except(Buttons, StringComparer.Ordinal))
            yield return new(
                "tombol", $"Tombol \"{unknown}\" tidak ada.", $"'{unknown}' is no button; known are {string.Join(", ", Buttons)}");
        if (topic.Phrases.Count > MostPhrases || topic.Phrases.Any(phrase => phrase.Length is 0 or > LongestPhrase))
            yield return new(
                "frasa",
                $"Kalimat pemanggil paling banyak {MostPhrases}, masing-masing paling panjang {LongestPhrase} huruf.",
                $"at most {MostPhrases} phrases of at most {LongestPhrase} characters");
    }

    private static IEnumerable<TopicProblem> Title(string title, string language)
    {
        if (title.Length == 0) yield return new("judul", $"Judul dalam {language} belum diisi.", $"the title is empty in one language");
        if (title.Length > Limits.RowTitle)
            yield return new(
                "judul",
                $"Judul dalam {language} paling panjang {Limits.RowTitle} huruf.",
                $"a title has at most {Limits.RowTitle} characters");
    }

    private static IEnumerable<TopicProblem> Body(string body, string language, bool hasButtons)
    {
        if (body.Length == 0) yield return new("teks", $"Teks dalam {language} belum diisi.", "the text is empty in one language");
        foreach (var unknown in Placeholders.Names(body).Except(Facts, StringComparer.Ordinal))
            yield return new(
                "teks",
                $"{{{unknown}}} tidak dikenal. Yang dapat dipakai: {string.Join(", ", Facts.Select(fact => $"{{{fact}}}"))}.",
                $"'{{{unknown}}}' is not known");
        var longest = hasButtons ? Limits.InteractiveBody : Limits.Body;
        var length = body.Length + (Placeholders.Names(body).Count() * RoomForFact);
        if (length > longest)
            yield return new(
                "teks",
                $"Teks dalam {language} terlalu panjang: WhatsApp menerima {longest} huruf{(hasButtons ? " bila ada tombol" : "")}, "
                    + "isian otomatis dihitung.",
                $"longer than {longest} characters with its facts");
    }
}

/// <summary>Something wrong with a topic.</summary>
/// <param name="Field">The field: <c>judul, teks, tombol, frasa</c>.</param>
/// <param name="Sentence">For staff on the page.</param>
/// <param name="InEnglish">For the check of files.</param>
public sealed record TopicProblem(string Field, string Sentence, string InEnglish);
