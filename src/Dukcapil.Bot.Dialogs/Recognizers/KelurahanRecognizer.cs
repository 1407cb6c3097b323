using Dukcapil.Bot.Content;
using Dukcapil.Bot.Dialogs.Engine;

namespace Dukcapil.Bot.Dialogs.Recognizers;

/// <summary>
/// Reads a kelurahan of Cilegon however its name is split, spelt or introduced. The value is the Kemendagri code. A name that is also a
/// kecamatan, or a kecamatan alone, is asked back with the kelurahan that could be meant (<c>domain.md</c> §3).
/// </summary>
public sealed class KelurahanRecognizer : Recognizer
{
    private const string Unknown = "pengenal.kelurahan.tidak_ada";
    private const int MostWords = 20;

    /// <inheritdoc/>
    public override Recognition Recognize(string text, RecognizerContext context)
    {
        if (Wilayah.Find(TextNormalizer.Normalize(text)) is { } coded) return Understood(coded);
        var words = TextNormalizer.Words(text);
        if (words.Count is 0 or > MostWords) return Recognition.Failed(Unknown);
        var place = KelurahanText.Read(words);
        if (place.Kelurahan.Count == 0) return OfKecamatan(WilayahNames.Kecamatan(place.Kecamatan));
        var found = WilayahNames.Kelurahan(place.Kelurahan);
        if (found.Count == 1) return IsClear(found[0], place) ? Understood(found[0]) : OfKecamatan(found[0].Kecamatan);
        if (found.Count > 1) return Ask(found);
        return OfKecamatan(WilayahNames.Kecamatan(place.Kelurahan));
    }

    private static bool IsClear(Kelurahan found, KelurahanText place) =>
        place.SaysKelurahan || place.Kecamatan.Count > 0 || !WilayahNames.IsAlsoKecamatan(found);

    // The kelurahan that carries the kecamatan's name comes first: it is the likelier meaning.
    private static Recognition OfKecamatan(string? kecamatan)
    {
        if (kecamatan is null) return Recognition.Failed(Unknown);
        var members = Wilayah.All.Where(kelurahan => kelurahan.Kecamatan == kecamatan);
        return Ask(members.OrderByDescending(WilayahNames.SharesName).ToList());
    }

    private static Recognition Understood(Kelurahan kelurahan) =>
        Recognition.Understood(kelurahan.Code, LocalizedText.Same($"{kelurahan.Name}, Kec. {kelurahan.Kecamatan}"));

    private static Recognition Ask(IReadOnlyList<Kelurahan> candidates) => Recognition.Ambiguous(
        candidates.Select(kelurahan => new DialogListItem(
            kelurahan.Code, LocalizedText.Same(kelurahan.Name), LocalizedText.Same($"Kec. {kelurahan.Kecamatan}"))).ToList());
}
