using System.Globalization;
using Dukcapil.Bot.Content;
using Dukcapil.Bot.Dialogs.Recognizers;

namespace Dukcapil.Bot.Core.Information.Visits;

/// <summary>Reads one line of a file of visits, as people write days, times, kinds and names of kelurahan.</summary>
internal static class FieldVisitLine
{
    private static readonly string[] Times = ["H:mm", "HH:mm", "H.mm", "HH.mm", "HH:mm:ss"];

    private static readonly (string Word, FieldVisitKind Kind)[] Kinds =
    [
        ("rekam", FieldVisitKind.Recording), ("ktp", FieldVisitKind.Recording),
        ("data", FieldVisitKind.Registration), ("permanen", FieldVisitKind.Registration),
    ];

    /// <summary>The visit, or the first problem.</summary>
    /// <param name="cell">The cell of a column, empty when there is none.</param>
    /// <param name="today">The office's day.</param>
    public static (FieldVisitPlan? Plan, string? Problem) Read(Func<string, string> cell, DateOnly today)
    {
        var (kelurahan, unclear) = Kelurahan(cell("kelurahan"), cell("kecamatan"), today);
        if (kelurahan is null) return (null, unclear);
        if (DateReader.ReadCell(cell("tanggal"), today.AddDays(FieldVisitRules.FarthestDays))?.Date is not { } day)
            return (null, $"Tanggal \"{cell("tanggal")}\" tidak terbaca; tulis misalnya 2026-12-07 atau 7/12/2026.");
        if (Time(cell("mulai")) is not { } starts) return (null, $"Jam mulai \"{cell("mulai")}\" tidak terbaca; tulis misalnya 09.00.");
        if (Time(cell("selesai")) is not { } ends) return (null, $"Jam selesai \"{cell("selesai")}\" tidak terbaca; tulis misalnya 12.00.");
        if (Kind(cell("jenis")) is not { } kind) return (null, $"Jenis \"{cell("jenis")}\" tidak dikenal; tulis perekaman atau pendataan.");
        var plan = new FieldVisitPlan
        {
            Kelurahan = kelurahan,
            Kind = kind,
            Day = day,
            Starts = starts,
            Ends = ends,
            Place = cell("tempat"),
            Note = cell("catatan") is { Length: > 0 } note ? note : null,
            IsCancelled = cell("status").StartsWith("batal", StringComparison.OrdinalIgnoreCase),
        };
        return (plan, FieldVisitRules.Problems(plan, today).FirstOrDefault());
    }

    private static (string? Code, string? Problem) Kelurahan(string name, string kecamatan, DateOnly today)
    {
        if (name.Length == 0) return (null, "Kelurahannya belum diisi.");
        var text = Wilayah.Find(name) is not null ? name : $"kelurahan {name}{(kecamatan.Length > 0 ? $" kecamatan {kecamatan}" : "")}";
        var read = RecognizerSet.All["kelurahan"].Recognize(text, new RecognizerContext(Language.Id, today));
        if (read.Value is { } code) return (code, null);
        if (read.Candidates.Count == 0) return (null, $"Kelurahan \"{name}\" tidak dikenal di Kota Cilegon.");
        var meant = string.Join(", ", read.Candidates.Select(candidate => candidate.Title.Id));
        return (null, $"Kelurahan \"{name}\" belum jelas; yang dimaksud {meant}?");
    }

    private static TimeOnly? Time(string text)
    {
        var typed = text.Replace("WIB", "", StringComparison.OrdinalIgnoreCase).Trim();
        return TimeOnly.TryParseExact(typed, Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
    }

    private static FieldVisitKind? Kind(string text) =>
        Kinds.Where(kind => text.Contains(kind.Word, StringComparison.OrdinalIgnoreCase)).Select(kind => (FieldVisitKind?)kind.Kind)
            .FirstOrDefault();
}
