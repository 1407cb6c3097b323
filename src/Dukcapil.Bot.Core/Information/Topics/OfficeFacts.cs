using System.Globalization;
using Dukcapil.Bot.Content;
using Dukcapil.Bot.Core.Content;
using Dukcapil.Bot.Core.Time;
using Microsoft.Extensions.Options;

namespace Dukcapil.Bot.Core.Information.Topics;

/// <summary>
/// What texts of topics may name (<see cref="TopicRules.Facts"/>), worked out from the settings, the clock and the calendar in memory:
/// nothing asks the database.
/// </summary>
public sealed class OfficeFacts(BotContentHolder content, OfficeClock clock, OfficeCalendarHolder calendar, IOptions<OfficeOptions> options)
{
    private const int DaysAhead = 60, HolidaysShown = 3;

    /// <summary>A fact in words; null for an unknown name, empty where the office states none.</summary>
    public string? Of(string name, Language language)
    {
        var office = options.Value;
        var texts = content.Current.Texts;
        return name switch
        {
            "nama-kantor" => office.Name,
            "alamat" => office.Address,
            "peta" => office.MapUrl,
            "telepon" => office.Phone,
            "akun" => office.Accounts,
            "kontak" => string.Join('\n', new[]
            {
                office.Phone.Length > 0 ? texts["kantor.telepon"].Fill(language, _ => office.Phone) : "", office.Accounts,
            }.Where(line => line.Length > 0)),
            "jam-layanan" => OpeningHours.Describe(calendar.Current, texts, language),
            "buka-sekarang" => Open(texts, language),
            "libur" => Holidays(texts, language),
            _ => null,
        };
    }

    /// <summary>Whether the counters are open now, and until or from when; without a decree for the year only whether.</summary>
    private string Open(TextCatalogue texts, Language language)
    {
        var local = clock.Local(clock.Now);
        if (clock.IsOpen && calendar.Current.HoursOn(clock.Today) is { } hours)
        {
            var until = hours.BreakStart is { } start && TimeOnly.FromDateTime(local) < start ? start : hours.Closes;
            return texts["topik.buka-sampai"].Fill(language, _ => clock.Hour(clock.At(clock.Today.ToDateTime(until))).In(language));
        }

        return NextOpening(local) is { } next
            ? texts["topik.buka-lagi"].Fill(language, name => (name == "hari" ? clock.LongDay(next) : clock.Hour(next)).In(language))
            : texts["kantor.sedang-tutup"].In(language);
    }

    private DateTimeOffset? NextOpening(DateTime local)
    {
        for (var day = clock.Today; day <= clock.Today.AddDays(DaysAhead) && calendar.Current.IsDecreed(day.Year); day = day.AddDays(1))
        {
            if (calendar.Current.HoursOn(day) is not { } hours) continue;
            foreach (var opens in new[] { hours.Opens, hours.BreakEnd }.OfType<TimeOnly>())
                if (day.ToDateTime(opens) > local) return clock.At(day.ToDateTime(opens));
        }

        return null;
    }

    private string Holidays(TextCatalogue texts, Language language)
    {
        var (today, culture) = (clock.Today, CultureInfo.GetCultureInfo(language == Language.En ? "en-GB" : "id-ID"));
        var coming = calendar.Current.Days
            .Where(day => day.Closes && day.CounterId is null && day.Last >= today && day.First <= today.AddDays(DaysAhead))
            .Take(HolidaysShown)
            .Select(day => day.First == day.Last
                ? $"{day.First.ToString("d MMMM", culture)} ({day.Label})"
                : $"{day.First.ToString("d MMMM", culture)}–{day.Last.ToString("d MMMM", culture)} ({day.Label})")
            .ToList();
        return coming.Count == 0 ? "" : texts["topik.libur"].Fill(language, _ => string.Join(", ", coming));
    }
}
