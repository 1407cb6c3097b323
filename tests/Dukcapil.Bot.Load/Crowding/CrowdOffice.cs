using System.Globalization;
using Dukcapil.Bot.Core.Appointments.Planning;
using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Load.Hosts;
using Microsoft.Extensions.DependencyInjection;

namespace Dukcapil.Bot.Load.Crowding;

/// <summary>The office's side of a crowd: one day with 120 places in reach, and the office changing its plan.</summary>
internal sealed class CrowdOffice(LoadDatabase database, TimeProvider time) : IAsyncDisposable
{
    /// <summary>Places of the day: 12 times, 2 counters, 5 residents each.</summary>
    public const int Places = 120;

    /// <summary>How many fewer the office takes at each time and counter for a while.</summary>
    public const int Fewer = 3;

    private const int Each = 5;
    private const int DaysAhead = 3;
    private readonly ServiceProvider _services = DriverServices.Build(database.HostLogin, time);

    /// <summary>The only day that can be booked, at the office.</summary>
    public static DateOnly Day(TimeProvider time) => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime.AddHours(7)).AddDays(DaysAhead);

    /// <summary>Before the first host: the plan of the day, and holds as short as the office can make them.</summary>
    public async Task PrepareAsync()
    {
        await database.ExecuteAsync(string.Create(CultureInfo.InvariantCulture, $"""
        delete from service_hours; delete from office_days;
        insert into service_hours (weekday, opens, closes, break_start, break_end)
          values ({Iso(Day(time))}, '08:00', '15:00', '12:00', '13:00');
        update slot_rules set minutes = 30, capacity = {Each};
        update booking_policy set horizon_days = 6, hold_minutes = 1;
        """));
        await PlanAsync(Each);
    }

    /// <summary>
    /// The office takes three residents fewer at each time and counter: dropping holds is not enough, and some are displaced.
    /// </summary>
    public Task ShrinkAsync() => PlanAsync(Each - Fewer);

    /// <summary>The office goes back to its plan.</summary>
    public Task GrowAsync() => PlanAsync(Each);

    /// <summary>Under which hash a resident's address stands in the database, in hexadecimal digits.</summary>
    public string HashOf(string address) => Convert.ToHexStringLower(_services.GetRequiredService<MessageSealer>().HashAddress(address));

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private async Task PlanAsync(int capacity)
    {
        await database.ExecuteAsync(string.Create(CultureInfo.InvariantCulture, $"update slot_rules set capacity = {capacity}"));
        await _services.GetRequiredService<SlotSchedule>().RunAsync(CancellationToken.None);
    }

    private static int Iso(DateOnly day) => day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek;
}
