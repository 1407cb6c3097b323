using Dukcapil.Bot.Content;
using Dukcapil.Bot.Dialogs.Recognizers;

namespace Dukcapil.Bot.Core.Reminders.Imports.Lists;

/// <summary>
/// Finds the kelurahan of a row by its code or by its name, however it is spelt. A list spells few names in many rows, so each
/// spelling is looked up once. Not thread-safe.
/// </summary>
internal sealed class KelurahanNames(DateOnly today)
{
    /// <summary>Spellings remembered; more come only from a file that is no list.</summary>
    private const int MostRemembered = 20_000;

    private static readonly Dictionary<string, string> ByDigits =
        Wilayah.All.ToDictionary(
            kelurahan => kelurahan.Code.Replace(".", "", StringComparison.Ordinal), kelurahan => kelurahan.Code, StringComparer.Ordinal);

    private readonly Dictionary<(string Kelurahan, string Kecamatan), string?> _found = [];

    /// <summary>The code; null when it is none of the city's, or could be several.</summary>
    public string? Find(string kelurahan, string kecamatan)
    {
        if (kelurahan.Length == 0) return null;
        var key = (kelurahan, kecamatan);
        if (_found.TryGetValue(key, out var known)) return known;
        var code = ByDigits.GetValueOrDefault(kelurahan.Replace(".", "", StringComparison.Ordinal)) ?? Recognize(kelurahan, kecamatan);
        if (_found.Count < MostRemembered) _found.Add(key, code);
        return code;
    }

    // The word says that a kelurahan is meant where a kecamatan has the same name.
    private string? Recognize(string kelurahan, string kecamatan)
    {
        var place = $"kelurahan {kelurahan}{(kecamatan.Length == 0 ? "" : $" kecamatan {kecamatan}")}";
        return RecognizerSet.All["kelurahan"].Recognize(place, new RecognizerContext(Language.Id, today)).Value;
    }
}
