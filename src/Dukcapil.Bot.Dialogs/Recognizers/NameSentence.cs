using System.Text.RegularExpressions;

namespace Dukcapil.Bot.Dialogs.Recognizers;

/// <summary>
/// Takes a name out of the words around it ("perkenalkan nama saya Sri Mulyani dari Cibeber") and tells what no name can be ("kok nanya nama terus").
/// </summary>
internal static partial class NameSentence
{
    private const int Milliseconds = 5000;
    private static readonly char[] Edges = [' ', '.', ',', '-', ':', '"', '=', '!', ';'];

    // None of these is part of a name in any language that the KTP prints; one is enough.
    private static readonly HashSet<string> Never = new(
        ("gatau gaktau ngga nggak nggk enggak engga tidak tdk gak bukan belum blm sudah udah udh iya iyah lanjut "
        + "lanjutkan terus trus kok nanya nanyain tanya kenapa knp ngapain mengapa apa apaan apakah siapa "
        + "gimana bagaimana gmn kapan dimana kemana berapa brp sih deh mau pengen pengin ingin bisa boleh harus "
        + "kalau kalo klo karena karna tapi tetapi atau yang yg untuk utk buat saya gue gw kamu "
        + "anda kami kita mereka namanya nama namaku lupa bingung maksud maksudnya lagi nanti ntar besok sebentar bentar "
        + "tunggu dulu halo hallo hello tes test coba asdf qwerty makasih terimakasih "
        + "trims maaf tolong mohon rahasia privasi kosong tadi diatas dukcapil disdukcapil ktp ktpel nik berkas foto "
        + "loket petugas batal kembali bantuan urus bikin emang emangnya memang pake pakai kirim "
        + "jawab skip lewati what why how who dont know later please thanks wrong salah benar bener betul setuju gratis "
        + "bayar jam buka orang aja saja").Split(' '),
        StringComparer.Ordinal);

    // Parts of names, too, of foreigners above all: no name only when nothing else is said.
    private static readonly HashSet<string> Alone = new(
        ("ya yo yup yes y no n ok oke okey okay sip siap ga g gk hai hi hei p min kak pak bu bang mas mbak kan lah kah "
        + "nih tuh dong ini itu sama dia aku sy menu mulai tau tahu kk data adalah").Split(' '), StringComparer.Ordinal);

    // What follows a name in a sentence.
    private static readonly HashSet<string> After = new(
        ("dari umur usia tinggal alamat nik kk lahir kelahiran mau ingin pengen untuk utk yang yg nomor hp warga "
        + "asal sebagai dengan from and live").Split(' '), StringComparer.Ordinal);

    // Typed small: "Ji Min" is a name, "siti aminah min" speaks to the admin.
    private static readonly HashSet<string> Trailing =
        new("kak kakak min mimin ya yah pak bu dong deh aja saja makasih mksh trims thanks terimakasih".Split(' '), StringComparer.Ordinal);

    /// <summary>The name within a cleaned text; the text itself when no words stand around it.</summary>
    public static string Within(string text)
    {
        var name = Opening().Match(text) is { Success: true } opened && opened.Groups["name"].Value.Trim(Edges) is { Length: > 0 } rest ? rest : text;
        var bare = Interjection().Replace(name, "").Replace("terima kasih", "", StringComparison.OrdinalIgnoreCase);
        var words = bare.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        var end = words.FindIndex(Math.Min(1, words.Count), word => After.Contains(Plain(word)));
        if (end > 0) words.RemoveRange(end, words.Count - end);
        while (words.Count > 1 && Trailing.Contains(words[^1].Trim(Edges))) words.RemoveAt(words.Count - 1);
        return string.Join(' ', words).Trim(Edges);
    }

    /// <summary>Whether a text is no name, whatever else it is.</summary>
    public static bool IsNone(string text)
    {
        var words = text.ToLowerInvariant().Split([' ', '.', ',', '-'], StringSplitOptions.RemoveEmptyEntries);
        return words.Any(word => Has(Never, word)) || words.All(word => Has(Alone, word));
    }

    private static bool Has(HashSet<string> list, string word) => list.Contains(word) || list.Contains(Spelling.Squeeze(word));

    private static string Plain(string word) => word.ToLowerInvariant().Trim(',', '.', '!', ';');

    [GeneratedRegex(
        @"^.*\b(?:nama ?(?:lengkap)?(?:nya|ku)?(?: (?:saya|sy|aku|ak|gue|gw|beliau|dia"
        + @"|(?:anak|istri|suami|ibu|ayah|bapak|adik|kakak|orang tua) (?:saya|sy|aku)))?(?: ?(?:adalah|ialah|yaitu|itu)\b)?"
        + @"|atas nama|a\.n\.?|a/n|an\.|(?:my|his|her)(?: full)? name(?: is|'s)|name(?: is)?|perkenalkan,?(?: saya)?|panggil saya)(?:\s*[:=]\s*|\s+)(?<name>.+)$"
        + @"|^(?:saya|sy|i am|i'm|this is) (?<name>.+)$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Milliseconds)]
    private static partial Regex Opening();

    [GeneratedRegex(
        @"^(?:(?:oh|eh|iya|oke|baik|halo|pak|bapak|bpk|bu|ibu|sdri?|saudari?|mr|mrs)\b[., ]+|(?:ya|ok|hai)[.,] *)+(?=\S)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Milliseconds)]
    private static partial Regex Interjection();
}
