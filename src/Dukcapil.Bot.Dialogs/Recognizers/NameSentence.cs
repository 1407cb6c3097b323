using System.Text.RegularExpressions;

namespace Dukcapil.Bot.Dialogs.Recognizers;

/// <summary>
/// Takes a name out of the words around it ("perkenalkan nama saya Sri Mulyani dari Cibeber") and tells what no name can be ("kok nanya
/// nama terus").
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
        + "jawab skip lewati what why how who dont know later please thanks wrong salah gratis "
        + "bayar jam buka orang aja saja sendiri cuma cuman hanya panggilan panggilannya robot stop berhenti ngerti ngertos "
        + "durung mboten teu naon nopo kumaha pripun kepremen kelurahan kecamatan desa jalan alamat "
        + "masih sakit sekolah kerja bekerja meninggal wafat hilang rusak pindah ribet malas males").Split(' '),
        StringComparer.Ordinal);

    // Parts of names, too, of foreigners above all: no name only when nothing else is said.
    private static readonly HashSet<string> Alone = new(
        ("ya yah iyah yo yup yes y no n benar bener betul setuju assalamualaikum waalaikumsalam permisi punten "
        + "cilegon banten serang ok oke okey okay sip siap ga g gk hai hi hei p min kak pak bu bang mas mbak kan lah kah "
        + "nih tuh dong ini itu sama dia aku sy menu mulai tau tahu kk data adalah").Split(' '), StringComparer.Ordinal);

    // What follows a name in a sentence.
    private static readonly HashSet<string> After = new(
        ("dari umur usia tinggal alamat nik kk lahir kelahiran mau ingin pengen untuk utk yang yg nomor hp warga "
        + "asal sebagai dengan pake pakai pke pk from and live").Split(' '), StringComparer.Ordinal);

    // A part behind the name that only says that it is the whole name, or what it is not: "Budi. Cuma Budi aja", "Yanto, bukan Yanti".
    private static readonly HashSet<string> Closing = new(
        "bukan bkn cuma cuman hanya itu gitu udah sudah".Split(' '), StringComparer.Ordinal);

    // Typed small: "Ji Min" is a name, "siti aminah min" speaks to the admin.
    private static readonly HashSet<string> Trailing =
        new("kak kakak min mimin ya yah pak bu dong deh aja saja makasih mksh trims thanks terimakasih".Split(' '), StringComparer.Ordinal);

    /// <summary>The name within a cleaned text; the text itself when no words stand around it.</summary>
    public static string Within(string text)
    {
        var part = NamedPart(WithoutOpening(Brackets().Replace(text, " ").Trim()));
        var words = part.Replace("terima kasih", "", StringComparison.OrdinalIgnoreCase).Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .ToList();
        var end = words.FindIndex(Math.Min(1, words.Count), word => After.Contains(Plain(word)));
        if (end > 0) words.RemoveRange(end, words.Count - end);
        while (words.Count > 1 && Trailing.Contains(words[^1].Trim(Edges))) words.RemoveAt(words.Count - 1);
        return Trimmed(string.Join(' ', words));
    }

    /// <summary>Whether a text is no name, whatever else it is.</summary>
    public static bool IsNone(string text)
    {
        var words = text.ToLowerInvariant().Split([' ', '.', ',', '-'], StringSplitOptions.RemoveEmptyEntries);
        return words.Any(word => Has(Never, word)) || words.All(word => Has(Alone, word));
    }

    // Greeting, then introduction, then how the person is addressed: "selamat pagi, saya ibu Titin".
    private static string WithoutOpening(string text)
    {
        var greeted = Interjection().Replace(text, "");
        return Interjection().Replace(Introduced(Opening().Match(greeted)) ?? greeted, "");
    }

    private static string? Introduced(Match opening) =>
        opening.Success && !opening.Groups["before"].Value.Contains("atau", StringComparison.OrdinalIgnoreCase)
            && opening.Groups["name"].Value.Trim(Edges) is { Length: > 0 } name ? name : null;

    // Of "Yanto, bukan Yanti" and "Budi. Cuma Budi aja" what comes first; of "satu kata aja bu, Marsinah" what is written as a name behind
    // the comma.
    private static string NamedPart(string text)
    {
        var cut = Ends().Matches(text).FirstOrDefault(end => Closing.Contains(Plain(end.Groups["next"].Value)));
        if (cut is not null && !IsNone(text[..cut.Index])) return text[..cut.Index];
        var comma = text.LastIndexOf(',');
        if (comma < 0 || !IsNone(text[..comma])) return text;
        var behind = text[(comma + 1)..].Trim(Edges).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return behind.Length > 0 && behind.All(word => char.IsUpper(word[0])) ? string.Join(' ', behind) : text;
    }

    // The last dot of "M.H." belongs to it.
    private static string Trimmed(string name)
    {
        var bare = name.Trim(Edges);
        var last = bare[(bare.LastIndexOf(' ') + 1)..];
        var isTitle = last.Contains('.', StringComparison.Ordinal)
            && name.TrimStart(Edges).StartsWith($"{bare}.", StringComparison.Ordinal);
        return isTitle ? $"{bare}." : bare;
    }

    private static bool Has(HashSet<string> list, string word) => list.Contains(word) || list.Contains(Spelling.Squeeze(word));

    private static string Plain(string word) => word.ToLowerInvariant().Trim(',', '.', '!', ';');

    [GeneratedRegex(
        @"^(?<before>.*)\b(?:(?:nama|nm|nami|wasta|jeneng|aran|ngaran|asma) ?(?:lengkap)?(?:nya|ny|ku|na|e)?"
        + @"(?: (?:(?:anak|istri|suami|ibu|ayah|bapak|adik|kakak|orang tua) )?"
        + @"(?:saya|sy|sya|aku|ak|gue|gw|kule|kula|kite|kita|abdi|urang|beliau|dia))?"
        + @"(?: ?(?:adalah|ialah|yaitu|itu)\b)?"
        + @"|atas nama|a\.n\.?|a/n|an\.|(?:my|his|her)(?: full)? name(?: is|'s)|name(?: is)?|perkenalkan,?(?: saya)?|panggil saya"
        + @"|pemohon(?:nya)?|tulisan(?:nya)?|tertulis(?:nya)?|ejaan(?:nya)?)(?:\s*[:=]\s*|\s+)(?<name>.+)$"
        + @"|^(?<before>)(?:(?:untuk|utk|buat) )?(?:anak|istri|suami|ibu|ayah|bapak|adik|kakak) "
        + @"(?:saya|sy|sya|aku|kule|kula|abdi),? (?<name>.+)$"
        + @"|^(?<before>)(?:saya|sy|sya|kule|kula|abdi|i am|i'm|this is) (?<name>.+)$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Milliseconds)]
    private static partial Regex Opening();

    [GeneratedRegex(
        @"^(?:(?:oh|eh|iya|oke|baik|halo|pak|bapak|bpk|bu|ibu|sdri?|saudari?|mr|mrs|nn|ny|tn|ust|ustadz?|dengan"
        + @"|assalamu'?alaikum|selamat (?:pagi|siang|sore|malam))\b[., ]+"
        + @"|(?:ya|ok|hai)[.,] *)+(?=\S)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Milliseconds)]
    private static partial Regex Interjection();

    [GeneratedRegex(@"\([^)]*\)", RegexOptions.ExplicitCapture, Milliseconds)]
    private static partial Regex Brackets();

    [GeneratedRegex(@"[,.;!]+ +(?<next>\S+)", RegexOptions.ExplicitCapture, Milliseconds)]
    private static partial Regex Ends();
}
