using Dukcapil.Bot.Alur;
using static Dukcapil.Bot.Core.Appointments.BookingAct;
using static Dukcapil.Bot.Core.Appointments.BookingState;

namespace Dukcapil.Bot.Core.Appointments;

/// <summary>
/// The state machine of bookings. Bookings are changed in SQL, under locks: places and times, on which it depends whether an act is
/// possible, are known there only. So the machine has no guards. Statements take from it which states an act leads from and to.
/// </summary>
public static class BookingRules
{
    /// <summary>The machine.</summary>
    public static StateRules<BookingState, BookingAct, ValueTuple> Machine { get; } =
        new StateRules<BookingState, BookingAct, ValueTuple>(BookingNames.All, (_, _, _) => BookingRefusals.Over)
            .Permit(Confirm, [Held, Lapsed], [], Booked)
            .Permit(Lapse, [Held], [], Lapsed)
            .Permit(Move, [Booked, Displaced], [], Booked)
            .Permit(Displace, [Booked], [], Displaced)
            .Permit(Displace, [Held], [], Lapsed)
            .Permit(CheckIn, [Booked, Displaced], [], CheckedIn)
            .Permit(Finish, [CheckedIn], [], Done)
            .Permit(Miss, [Booked, CheckedIn], [], NoShow)
            .Permit(Return, [NoShow], [], CheckedIn)
            .Permit(Cancel, [Booked, Displaced], [], Cancelled)
            .Permit(Cancel, [Held], [], Lapsed);

    /// <summary>The states before and after an act, as pairs in two columns.</summary>
    internal static (string[] Before, string[] After) Columns(BookingAct act)
    {
        var before = Machine.StatesFor(act);
        var after = before.Select(state => Machine.Decide(state, act, default).State);
        return ([.. before.Select(state => state.ToString())], [.. after.Select(state => state.ToString())]);
    }
}
