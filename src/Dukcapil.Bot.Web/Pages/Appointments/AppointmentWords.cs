using System.Globalization;
using Dukcapil.Bot.Core.Appointments;
using Dukcapil.Bot.Core.Time;

namespace Dukcapil.Bot.Web.Pages.Appointments;

/// <summary>Words of the pages on appointments and on the office's plan (<c>docs/istilah.md</c>).</summary>
public static class AppointmentWords
{
    private static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id-ID");

    /// <summary>The days of the week from Monday.</summary>
    public static IReadOnlyList<DayOfWeek> Week { get; } =
    [
        DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday,
        DayOfWeek.Sunday,
    ];

    /// <summary>Where a booking stands.</summary>
    public static string State(BookingState state) => state switch
    {
        BookingState.Booked => "Akan datang",
        BookingState.Displaced => "Perlu dipindahkan",
        BookingState.CheckedIn => "Sudah hadir",
        BookingState.Done => "Selesai",
        BookingState.NoShow => "Tidak hadir",
        BookingState.Cancelled => "Dibatalkan",
        _ => "Sedang dipilih",
    };

    /// <summary>The colour that goes with it; the word always stands beside it.</summary>
    public static string Colour(BookingState state) => state switch
    {
        BookingState.Booked => "bg-azure-lt",
        BookingState.Displaced => "bg-red-lt",
        BookingState.CheckedIn or BookingState.Done => "bg-green-lt",
        BookingState.NoShow => "bg-yellow-lt",
        _ => "bg-secondary-lt",
    };

    /// <summary>What an exception does.</summary>
    public static string Kind(CalendarDayKind kind) => kind switch
    {
        CalendarDayKind.Holiday => "Libur nasional",
        CalendarDayKind.CutiBersama => "Cuti bersama",
        CalendarDayKind.Closure => "Kantor tutup",
        CalendarDayKind.SpecialHours => "Jam khusus",
        _ => "Buka khusus",
    };

    /// <summary>A day of the week: <c>Jumat</c>.</summary>
    public static string Weekday(DayOfWeek day) => Indonesian.DateTimeFormat.GetDayName(day);

    /// <summary>A day: <c>Jumat, 27 November 2026</c>.</summary>
    public static string LongDay(DateOnly day) => day.ToString("dddd, d MMMM yyyy", Indonesian);

    /// <summary>A day in little room: <c>Jum, 27 Nov</c>.</summary>
    public static string ShortDay(DateOnly day) => day.ToString("ddd, d MMM", Indonesian);

    /// <summary>A span of days: <c>21 Maret 2026</c>, <c>21–22 Maret 2026</c>, <c>30 November – 6 Desember 2026</c>.</summary>
    public static string Span(DateOnly first, DateOnly last)
    {
        if (first == last) return OfficeClock.Format(first);
        if (first.Year == last.Year && first.Month == last.Month) return $"{first.Day}–{OfficeClock.Format(last)}";
        return $"{first.ToString(first.Year == last.Year ? "d MMMM" : "d MMMM yyyy", Indonesian)} – {OfficeClock.Format(last)}";
    }

    /// <summary>Hours: <c>08.00–15.30, istirahat 12.00–13.00</c>, or <c>Tutup</c>.</summary>
    public static string Hours(DayHours? hours)
    {
        if (hours is null) return "Tutup";
        var pause = hours.BreakStart is { } start ? $", istirahat {Clock(start)}–{Clock(hours.BreakEnd!.Value)}" : "";
        return $"{Clock(hours.Opens)}–{Clock(hours.Closes)}{pause}";
    }

    /// <summary>A day as addresses and date fields hold it.</summary>
    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A time of day as time fields hold it; empty for none.</summary>
    public static string Iso(TimeOnly? time) => time?.ToString("HH:mm", CultureInfo.InvariantCulture) ?? "";

    /// <summary>An instant as a field holds it: the beginning of a slot.</summary>
    public static string Iso(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture);

    private static string Clock(TimeOnly time) => time.ToString("HH.mm", Indonesian);
}
