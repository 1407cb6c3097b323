using Dukcapil.Bot.Dialogs.Recognizers;

namespace Dukcapil.Bot.Core.Information.Visits;

/// <summary>What an announced visit must satisfy. Each problem is a sentence for staff.</summary>
public static class FieldVisitRules
{
    /// <summary>Longest place and note.</summary>
    public const int LongestPlace = 120, LongestNote = 200;

    /// <summary>How far ahead a visit can be announced.</summary>
    internal const int FarthestDays = 400;

    /// <summary>What is wrong with a visit; empty when nothing is.</summary>
    public static IEnumerable<string> Problems(FieldVisitPlan plan, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (Wilayah.Find(plan.Kelurahan) is null) yield return "Kelurahannya tidak ada dalam daftar.";
        if (plan.Day < today) yield return "Tanggalnya sudah lewat.";
        if (plan.Day > today.AddDays(FarthestDays)) yield return "Tanggalnya lebih dari setahun lagi; periksa tahunnya.";
        if (plan.Starts >= plan.Ends) yield return "Jam selesai harus sesudah jam mulai.";
        if (plan.Place.Length == 0) yield return "Tempatnya belum diisi.";
        if (plan.Place.Length > LongestPlace) yield return $"Tempat paling panjang {LongestPlace} huruf.";
        if (plan.Note?.Length > LongestNote) yield return $"Catatan paling panjang {LongestNote} huruf.";
        if (PublicText.HoldsPersonalNumber(plan.Place) || PublicText.HoldsPersonalNumber(plan.Note ?? ""))
            yield return PublicText.PersonalNumberProblem;
    }
}
