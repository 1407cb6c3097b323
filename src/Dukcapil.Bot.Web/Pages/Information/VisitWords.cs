using System.Globalization;
using Dukcapil.Bot.Core.Information.Visits;
using Dukcapil.Bot.Dialogs.Recognizers;

namespace Dukcapil.Bot.Web.Pages.Information;

/// <summary>Words of the pages on visits to kelurahan (<c>docs/istilah.md</c>).</summary>
public static class VisitWords
{
    /// <summary>What a visit is for.</summary>
    public static string Kind(FieldVisitKind kind) => kind == FieldVisitKind.Recording ? "Perekaman keliling" : "Pendataan nonpermanen";

    /// <summary>Where it stands.</summary>
    public static string State(FieldVisitState state) => state switch
    {
        FieldVisitState.Planned => "Terjadwal",
        FieldVisitState.Changed => "Berubah",
        _ => "Batal",
    };

    /// <summary>The colour that goes with it; the word always stands beside it.</summary>
    public static string Colour(FieldVisitState state) => state switch
    {
        FieldVisitState.Planned => "bg-green-lt",
        FieldVisitState.Changed => "bg-yellow-lt",
        _ => "bg-secondary-lt",
    };

    /// <summary>Times of day: <c>09.00–12.00</c>.</summary>
    public static string Hours(TimeOnly starts, TimeOnly ends) => $"{At(starts)}–{At(ends)}";

    /// <summary>A time of day for a form.</summary>
    public static string Iso(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A kelurahan by its name.</summary>
    public static string Place(string code) => Wilayah.Find(code) is { } kelurahan ? $"{kelurahan.Name}, Kec. {kelurahan.Kecamatan}" : code;

    private static string At(TimeOnly time) => time.ToString("HH.mm", CultureInfo.InvariantCulture);
}
