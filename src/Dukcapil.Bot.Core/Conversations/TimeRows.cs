using System.Globalization;
using Dukcapil.Bot.Content;
using Dukcapil.Bot.Core.Appointments;
using Dukcapil.Bot.Core.Content;
using Dukcapil.Bot.Core.Time;
using Dukcapil.Bot.Dialogs.Engine;

namespace Dukcapil.Bot.Core.Conversations;

/// <summary>
/// Rows for the days and times that can be chosen. Their ids are what the choice reads days and times by (<c>as: day</c>, <c>as: time</c>),
/// so that people may say them in any form.
/// </summary>
public sealed class TimeRows(BotContentHolder content, OfficeClock clock)
{
    private const string DayFormat = "yyyy-MM-dd";
    private const string TimeFormat = "HHmm";
    private static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id-ID");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>Rows for days.</summary>
    public IReadOnlyList<DialogListItem> Days(IReadOnlyList<AvailableDay> days)
    {
        ArgumentNullException.ThrowIfNull(days);
        return days.Select(day => new DialogListItem(
            day.Day.ToString(DayFormat, CultureInfo.InvariantCulture),
            new LocalizedText(day.Day.ToString("dddd, d MMMM", Indonesian), day.Day.ToString("dddd, d MMMM", English)),
            Free(day))).ToList();
    }

    /// <summary>Rows for times.</summary>
    public IReadOnlyList<DialogListItem> Times(IReadOnlyList<AvailableTime> times)
    {
        ArgumentNullException.ThrowIfNull(times);
        return times.Select(time => new DialogListItem(
            clock.Local(time.StartsAt).ToString(TimeFormat, CultureInfo.InvariantCulture), clock.Hour(time.StartsAt))).ToList();
    }

    /// <summary>The day of a row; null when it is none.</summary>
    public static DateOnly? Day(string id) =>
        DateOnly.TryParseExact(id, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The moment of a day's and a time's row; null when they are none.</summary>
    public DateTimeOffset? Moment(string dayId, string timeId) =>
        Day(dayId) is { } day && TimeOnly.TryParseExact(timeId, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? clock.At(day.ToDateTime(time))
            : null;

    private LocalizedText Free(AvailableDay day)
    {
        var text = content.Current.Texts["janji.sisa"];
        string In(Language language) =>
            text.Fill(language, _ => day.Free.ToString(CultureInfo.InvariantCulture)) + (day.Note is { } note ? $" – {note}" : "");
        return new LocalizedText(In(Language.Id), In(Language.En));
    }
}
