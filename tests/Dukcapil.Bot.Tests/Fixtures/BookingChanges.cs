using Dukcapil.Bot.Core.Appointments;
using Npgsql;

namespace Dukcapil.Bot.Tests.Fixtures;

/// <summary>
/// Holds the history of bookings, whoever wrote it, to their state machine. Asked of the database of every test before it is dropped; tests
/// may make a booking in any state, but change it as the office does.
/// </summary>
internal static class BookingChanges
{
    private const string Changes = "select distinct state_before, state_after from booking_history where state_before is not null";

    public static async Task ShouldBePermittedAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(Changes, connection);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var (before, after) = (Enum.Parse<BookingState>(reader.GetString(0)), Enum.Parse<BookingState>(reader.GetString(1)));
            IsPermitted(before, after).ShouldBeTrue($"{before} to {after}");
        }
    }

    private static bool IsPermitted(BookingState before, BookingState after) => Enum.GetValues<BookingAct>()
        .Any(act => BookingRules.Machine.Decide(before, act, default) is { Refusal: null } decision && decision.State == after);
}
