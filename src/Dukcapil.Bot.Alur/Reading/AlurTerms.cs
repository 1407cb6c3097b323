using Dukcapil.Bot.Content;

namespace Dukcapil.Bot.Alur;

/// <summary>The words that alur files use for fixed choices. Officers edit the files, so the words are Indonesian.</summary>
internal static class AlurTerms
{
    internal static readonly IReadOnlyDictionary<string, Recipient> Recipients = Of(
        ("penduduk", Recipient.Penduduk), ("sponsor", Recipient.Sponsor));

    internal static readonly IReadOnlyDictionary<string, IdentityField> Identity = Of(
        ("nama", IdentityField.Nama),
        ("nik", IdentityField.Nik),
        ("kk", IdentityField.Kk),
        ("tanggal-lahir", IdentityField.TanggalLahir),
        ("kelurahan", IdentityField.Kelurahan),
        ("sponsor", IdentityField.Sponsor),
        ("kontak-sponsor", IdentityField.KontakSponsor));

    internal static readonly IReadOnlyDictionary<string, BerkasForm> Forms = Of(
        ("asli", BerkasForm.Asli), ("fotokopi", BerkasForm.Fotokopi), ("formulir", BerkasForm.Formulir));

    internal static readonly IReadOnlyDictionary<string, StaffRole> Roles = Of(
        ("petugas", StaffRole.Petugas),
        ("operator", StaffRole.Operator),
        ("kasi", StaffRole.Kasi),
        ("kabid", StaffRole.Kabid),
        ("kadis", StaffRole.Kadis));

    internal static readonly IReadOnlyDictionary<string, TaskKind> Kinds = Of(
        ("kerja", TaskKind.Kerja),
        ("paraf", TaskKind.Paraf),
        ("tanda-tangan", TaskKind.TandaTangan),
        ("tanda-terima", TaskKind.TandaTerima),
        ("penyerahan", TaskKind.Penyerahan));

    /// <summary>The value of a required word; an unknown word is reported with the words that would do.</summary>
    internal static T Term<T>(this YamlMap map, string key, IReadOnlyDictionary<string, T> words) where T : struct
    {
        var word = map.Text(key);
        return word.Length == 0 ? default : Translate(map, key, word, words);
    }

    /// <summary>The values of a list of words.</summary>
    internal static IReadOnlyList<T> Terms<T>(this YamlMap map, string key, IReadOnlyDictionary<string, T> words) where T : struct =>
        map.Texts(key).Select(word => Translate(map, key, word, words)).ToList();

    private static T Translate<T>(YamlMap map, string key, string word, IReadOnlyDictionary<string, T> words) where T : struct
    {
        if (words.TryGetValue(word, out var value)) return value;
        map.Report(key, $"'{word}' is not known; write one of: {string.Join(", ", words.Keys)}");
        return default;
    }

    private static Dictionary<string, T> Of<T>(params (string Word, T Value)[] words) =>
        words.ToDictionary(word => word.Word, word => word.Value, StringComparer.Ordinal);
}
