using System.Globalization;
using System.Text.RegularExpressions;

namespace Dukcapil.Bot.Dialogs.Recognizers;

/// <summary>
/// Numbers that mean rows of a list: "2", "nomor 2 dan 3", "1,3". A number that is part of something else is none: a form (F-1.02), a date,
/// a time, an amount, an age, a count ("2 lembar").
/// </summary>
public static partial class ListNumbers
{
    private const int Milliseconds = 5000;

    /// <summary>The numbers, in order, each once.</summary>
    public static IReadOnlyList<int> In(string text) => Row().Matches(TextNormalizer.Clean(text).ToLowerInvariant())
        .SelectMany(match => match.Groups["n"].Captures)
        .Select(capture => int.Parse(capture.Value, CultureInfo.InvariantCulture)).Distinct().ToList();

    /// <summary>Whether the text says that its numbers are rows ("nomor 2"), or is nothing but numbers.</summary>
    public static bool AreStated(string text) => Stated().IsMatch(TextNormalizer.Clean(text).ToLowerInvariant());

    [GeneratedRegex(
        @"(?<!\b(?:rp|idr|tgl|tanggal|tahun|thn|umur|usia|jam|pukul|pkl|f|form|formulir|model|rt|rw|blok|kelas"
        + @"|no\.? ?(?:nik|kk|hp|wa|telp))[ .:-]*)(?<![\w.:/-])"
        + @"(?<n>[1-9]\d?)(?:[,&/-](?<n>[1-9]\d?))*(?![\d:/]|[.,]\d|-\w)\b"
        + @"(?! *(?:rb|ribu|ribuan|jt|juta|rupiah|tahun|thn|th|bulan|bln|hari|minggu|jam|menit|lembar|lbr|foto|halaman|hal|x|kali"
        + @"|orang|anak|mb|kb|wib|pagi|siang|sore"
        + @"|jan|feb|mar|apr|mei|jun|jul|agu|ags|agt|sep|okt|nov|des|januari|februari|maret|april|juni|juli|agustus|september"
        + @"|oktober|november|desember|january|february|march|may|june|july|august|october|december)\b)",
        RegexOptions.ExplicitCapture, Milliseconds)]
    private static partial Regex Row();

    [GeneratedRegex(
        @"\b(?:no|nomor|nomer|nmr|nmer|number|ke)\b[ .:-]*[1-9]\d?(?!\d)|^[\s\d,.&/()-]+$|^[1-9]\d?(?: ?(?:dan|and|sama|,) ?[1-9]\d?)*$",
        RegexOptions.ExplicitCapture, Milliseconds)]
    private static partial Regex Stated();
}
