using Dukcapil.Bot.Core.Appointments;
using Dukcapil.Bot.Core.Appointments.Schedules;
using Dukcapil.Bot.Core.Time;
using Dukcapil.Bot.Web.Pages.Queues;
using Dukcapil.Bot.Web.Pages.Shared;
using Dukcapil.Bot.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Dukcapil.Bot.Web.Pages.Appointments;

/// <summary>
/// One appointment: move it or call it off, with a reason that the resident reads. A post carries the row version that the page showed;
/// what was refused comes back with everything that was typed.
/// </summary>
public sealed class BookingModel(
    StaffBookings desk, ScheduleReader schedule, TimeChooser chooser, ServiceNames services, OfficeClock clock, RefusalTexts refusals)
    : TimePageModel(chooser)
{
    /// <summary>Key of the booking.</summary>
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    /// <summary>The row version that the page showed.</summary>
    [BindProperty]
    public uint Version { get; set; }

    /// <summary>The reason that was typed for the move.</summary>
    [BindProperty]
    public string? Alasan { get; set; }

    /// <summary>The reason that was typed for calling it off.</summary>
    [BindProperty]
    public string? AlasanBatal { get; set; }

    /// <summary>The booking.</summary>
    public ScheduleBooking Line { get; private set; } = null!;

    /// <summary>Form field to what is wrong with it.</summary>
    public Dictionary<string, string> Problems { get; } = new(StringComparer.Ordinal);

    /// <summary>What it is for, in words.</summary>
    public string Title => services.TitleOf(Line.Booking.Service);

    /// <summary>When it is, in words.</summary>
    public string When
    {
        get
        {
            var (starts, ends) = (clock.Local(Line.Booking.StartsAt), clock.Local(Line.Booking.EndsAt));
            return $"{clock.LongDay(Line.Booking.StartsAt).Id}, {QueueWords.Hour(starts)}–{QueueWords.Hour(ends)} WIB";
        }
    }

    /// <summary>Its day.</summary>
    public DateOnly Day => DateOnly.FromDateTime(clock.Local(Line.Booking.StartsAt));

    /// <summary>The reason as typed; for a booking whose place is gone the usual one.</summary>
    public string Reason => Alasan ?? (Line.Booking.State == BookingState.Displaced ? "Jadwal pelayanan kantor berubah." : "");

    /// <summary>An instant in words.</summary>
    public string At(DateTimeOffset instant) => clock.Format(instant);

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostMoveAsync(CancellationToken cancellationToken)
    {
        if (ChosenTime is not { } time) Problems["mulai"] = "Pilih dahulu jam barunya.";
        else if (IsReason("alasan", Alasan)
            && await DoneAsync(() => desk.MoveAsync(Command, time, null, Alasan!.Trim(), cancellationToken)) is { } moved)
            return Done($"Janji {moved.Code} dipindahkan ke {clock.Format(moved.StartsAt)}.{Told(moved)}");
        IsReason("alasan", Alasan);
        return await ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostCancelAsync(CancellationToken cancellationToken)
    {
        if (IsReason("alasanBatal", AlasanBatal)
            && await DoneAsync(() => desk.CancelAsync(Command, AlasanBatal!.Trim(), cancellationToken)) is { } cancelled)
            return Done($"Janji {cancelled.Code} dibatalkan.{Told(cancelled)}");
        return await ShowAsync(cancellationToken);
    }

    private BookingCommand Command => new(Id, Version, User.Actor());

    private async Task<Booking?> DoneAsync(Func<Task<Outcome<Booking>>> operation)
    {
        var result = await operation();
        if (result.Refusal is { } refusal) TempData.Report(refusal, "", refusals);
        return result.Value;
    }

    private LocalRedirectResult Done(string sentence)
    {
        TempData.Say(sentence);
        return LocalRedirect($"/jadwal/janji/{Id}");
    }

    private static string Told(Booking booking) =>
        booking.AddressId is null ? " Penduduk ini tanpa WhatsApp: beri tahu sendiri." : " Penduduk diberi tahu lewat WhatsApp.";

    private bool IsReason(string field, string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed)) Problems[field] = "Alasan belum diisi; penduduk akan membacanya.";
        else if (typed.Trim().Length > StaffBookings.LongestReason)
            Problems[field] = $"Alasan paling panjang {StaffBookings.LongestReason} huruf.";
        return !Problems.ContainsKey(field);
    }

    /// <inheritdoc/>
    protected override async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        if (await schedule.FindAsync(Id, cancellationToken) is not { } line) return NotFound();
        Line = line;
        if (line.Booking.IsExpected) await OfferAsync(line.Booking.Service, cancellationToken);
        return Page();
    }
}
