using Dukcapil.Bot.Core.Appointments;
using Npgsql;

namespace Dukcapil.Bot.Tests.Appointments;

/// <summary>
/// Holds the history of bookings, whoever wrote it, to their state machine. Asked of the database of every test before it is dropped.
/// </summary>
internal static class BookingChanges
{
    public static async Task ShouldBePermittedAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand("select distinct state_before, state_after from booking_history", connection);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var (before, after) = (reader.IsDBNull(0) ? null : reader.GetString(0), reader.GetString(1));
            IsPermitted(before, Enum.Parse<BookingState>(after)).ShouldBeTrue($"{before ?? "new"} to {after}");
        }
    }

    private static bool IsPermitted(string? before, BookingState after)
    {
        if (before is null) return after == BookingState.Held;
        var from = Enum.Parse<BookingState>(before);
        return Enum.GetValues<BookingAct>()
            .Any(act => BookingRules.Machine.Decide(from, act, default) is { Refusal: null } decision && decision.State == after);
    }
}
