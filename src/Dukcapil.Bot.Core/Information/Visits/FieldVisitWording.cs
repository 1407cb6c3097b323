using System.Globalization;
using Dukcapil.Bot.Content;
using Dukcapil.Bot.Core.Content;
using Dukcapil.Bot.Core.Time;
using Dukcapil.Bot.Dialogs.Recognizers;

namespace Dukcapil.Bot.Core.Information.Visits;

/// <summary>Says visits in words for residents (<c>texts/kunjungan.yaml</c>).</summary>
public sealed class FieldVisitWording(BotContentHolder content, OfficeClock clock)
{
    /// <summary>What is known of a kelurahan: its visits, or that none is planned.</summary>
    public LocalizedText Of(string kelurahan, IReadOnlyList<FieldVisitRecord> visits)
    {
        ArgumentNullException.ThrowIfNull(visits);
        string In(Language language) =>
            content.Current.Texts[visits.Count == 0 ? "kunjungan.belum-ada" : "kunjungan.ada"].Fill(language, name => name switch
            {
                "kelurahan" => NameOf(kelurahan),
                "daftar" => string.Join("\n\n", visits.Select(visit => Line(visit, language))),
                _ => null,
            });
        return new LocalizedText(In(Language.Id), In(Language.En));
    }

    /// <summary>One visit: what for, when, where, what to know.</summary>
    public string Line(FieldVisitRecord visit, Language language)
    {
        ArgumentNullException.ThrowIfNull(visit);
        var line = content.Current.Texts["kunjungan.baris"].Fill(language, name => name switch
        {
            "jenis" => content.Current.Texts[$"kunjungan.{KeyOf(visit.Kind)}"].In(language),
            "kapan" => When(visit.Day, visit.Starts, visit.Ends, language),
            "tempat" => visit.Place,
            _ => null,
        });
        return visit.Note is { } note ? $"{line}\n{note}" : line;
    }

    /// <summary>A message about everything that changed.</summary>
    public string News(IReadOnlyList<FieldVisitNewsItem> items, Language language)
    {
        ArgumentNullException.ThrowIfNull(items);
        var texts = content.Current.Texts;
        var lines = items.Take(FieldVisitReader.MostShown).Select(item => Line(item, language)).ToList();
        if (items.Count > lines.Count)
            lines.Add(
                texts["kunjungan.kabar-lainnya"].Fill(language, _ => (items.Count - lines.Count).ToString(CultureInfo.InvariantCulture)));
        return texts["kunjungan.kabar"].Fill(language, _ => string.Join("\n\n", lines));
    }

    private string Line(FieldVisitNewsItem item, Language language) =>
        content.Current.Texts[$"kunjungan.{item.Text}"].Fill(language, name => name switch
        {
            "kelurahan" => Wilayah.Find(item.Visit.Kelurahan)?.Name ?? item.Visit.Kelurahan,
            "jenis" => content.Current.Texts[$"kunjungan.{KeyOf(item.Visit.Kind)}"].In(language),
            "kapan" => When(item.Visit.Day, item.Visit.Starts, item.Visit.Ends, language),
            "tempat" => item.Visit.Place,
            "semula" when item.Before is { DayBefore: { } day, StartsBefore: { } starts, EndsBefore: { } ends } =>
                When(day, starts, ends, language),
            _ => null,
        });

    /// <summary>Day and times: <c>Senin, 7 Desember 2026, 09.00–12.00 WIB</c>.</summary>
    public string When(DateOnly day, TimeOnly starts, TimeOnly ends, Language language)
    {
        var format = language == Language.En ? "HH:mm" : "HH.mm";
        string At(TimeOnly time) => time.ToString(format, CultureInfo.InvariantCulture);
        return $"{clock.LongDay(clock.StartOf(day)).In(language)}, {At(starts)}–{At(ends)} WIB";
    }

    /// <summary>The name of a kelurahan with its kecamatan: <c>Ciwaduk, Kec. Cilegon</c>.</summary>
    public static string NameOf(string kelurahan) =>
        Wilayah.Find(kelurahan) is { } known ? $"{known.Name}, Kec. {known.Kecamatan}" : kelurahan;

    private static string KeyOf(FieldVisitKind kind) => kind == FieldVisitKind.Recording ? "perekaman" : "pendataan";
}
