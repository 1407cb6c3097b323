namespace Dukcapil.Bot.Dialogs.Recognizers;

/// <summary>Tells English from the Indonesian that residents write, by the small words of both. Mixed or short text is not clear.</summary>
public static class EnglishText
{
    private const int FewestEnglish = 3;

    private static readonly HashSet<string> English = Set(
        "i im am is are was a an the my your you it this that to of for with from in on at and or but not do does did "
        + "how what where when who why which much many can could would should will have has had need want like know get go "
        + "hello hi good morning please about there be been me we our");

    private static readonly HashSet<string> Indonesian = Set(
        "saya sy aku kami kita mau ingin pengen yang yg di ke dari dr untuk utk buat apa gimana bagaimana gmn bu pak min kak bang mas mbak "
        + "ini itu dan atau sudah udah udh belum blm tidak tdk gak ga nggak ada bisa kalau kalo dengan dgn ya dong sih kok nya "
        + "anak hilang ilang rusak urus bikin");

    /// <summary>
    /// Whether a text is English without doubt: at least three small English words, two in five of all words or more, and none that is
    /// Indonesian.
    /// </summary>
    public static bool IsClear(string text)
    {
        var words = TextNormalizer.Words(text);
        var english = words.Count(English.Contains);
        return english >= FewestEnglish && english * 5 >= words.Count * 2 && !words.Any(Indonesian.Contains);
    }

    private static HashSet<string> Set(string words) => new(words.Split(' '), StringComparer.Ordinal);
}
