using Dukcapil.Bot.Core.Appointments.Records;

namespace Dukcapil.Bot.Core.Appointments.Schedules;

/// <summary>A day as staff see it.</summary>
/// <param name="Day">The day.</param>
/// <param name="Counters">The counters that have slots on it, by key.</param>
public sealed record ScheduleDay(DateOnly Day, IReadOnlyList<ScheduleCounter> Counters)
{
    /// <summary>Places that can be or were booked.</summary>
    public int Places => Counters.Sum(counter => counter.Places);

    /// <summary>Places taken, holds included.</summary>
    public int Taken => Counters.Sum(counter => counter.Taken);

    /// <summary>Bookings whose place is gone.</summary>
    public int Displaced =>
        Counters.Sum(counter => counter.Slots.Sum(slot => slot.Bookings.Count(line => line.Booking.State == BookingState.Displaced)));
}

/// <summary>A counter on a day.</summary>
/// <param name="Id">Key.</param>
/// <param name="Name">Its name.</param>
/// <param name="Slots">Its slots by beginning; those that the plan withdrew only where somebody has booked them.</param>
public sealed record ScheduleCounter(int Id, string Name, IReadOnlyList<ScheduleSlot> Slots)
{
    /// <summary>Places of the slots that take somebody.</summary>
    public int Places => Slots.Where(slot => slot.Slot.IsOpen).Sum(slot => slot.Slot.Capacity);

    /// <summary>Places taken of those, holds included.</summary>
    public int Taken => Slots.Where(slot => slot.Slot.IsOpen).Sum(slot => slot.Slot.Taken);

    /// <summary>Places of the slots that are blocked.</summary>
    public int Blocked => Slots.Where(slot => slot.Slot is { BlockedReason: not null, WithdrawnAt: null }).Sum(slot => slot.Slot.Capacity);

    /// <summary>The slots, neighbours without anybody in them drawn together, so that a day fits on a screen.</summary>
    public IEnumerable<IReadOnlyList<ScheduleSlot>> Runs()
    {
        var run = new List<ScheduleSlot>();
        foreach (var slot in Slots)
        {
            if (run.Count > 0 && !slot.Continues(run[^1]))
            {
                yield return run;
                run = [];
            }

            run.Add(slot);
        }

        if (run.Count > 0) yield return run;
    }
}

/// <summary>A slot and who is booked in it.</summary>
/// <param name="Slot">The slot.</param>
/// <param name="Bookings">Its bookings, in the order of their keys.</param>
public sealed record ScheduleSlot(SlotRecord Slot, IReadOnlyList<ScheduleBooking> Bookings)
{
    /// <summary>Whether nobody is in it, not even with a hold.</summary>
    public bool IsEmpty => Bookings.Count == 0 && Slot.Taken == 0;

    /// <summary>Whether it reads as one with the slot before: both empty, both open or blocked alike, and no break between.</summary>
    public bool Continues(ScheduleSlot before) =>
        IsEmpty && before.IsEmpty && Slot.BlockedReason == before.Slot.BlockedReason && Slot.StartsAt == before.Slot.EndsAt;
}

/// <summary>A booking as staff see it.</summary>
/// <param name="Booking">The booking.</param>
/// <param name="MaskedName">For whom, see <see cref="NameMask"/>; null without a case.</param>
public sealed record ScheduleBooking(Booking Booking, string? MaskedName);

/// <summary>A time that staff can give somebody.</summary>
/// <param name="StartsAt">Begins.</param>
/// <param name="Free">Free places at all counters.</param>
public sealed record FreeTime(DateTimeOffset StartsAt, int Free);
