using System.Security.Cryptography;
using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Appointments;
using Dukcapil.Bot.Core.Appointments.Planning;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Core.Messaging.Inbox;
using Dukcapil.Bot.Core.Messaging.Records;
using Dukcapil.Bot.Tests.Data;
using Dukcapil.Bot.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace Dukcapil.Bot.Tests.Appointments;

/// <summary>
/// The office with its shipped plan (two counters, a quarter of an hour each) on a clock of its own; no job runs by itself.
/// </summary>
public sealed class Hall(MigratedDatabase databases) : QuietBot(databases)
{
    /// <summary>A service that every counter serves.</summary>
    public const string Lost = "ktp-rusak-hilang";

    /// <summary>Monday, 23 November 2026, 00.00 WIB; the clock begins seven hours later and stands still until it is set.</summary>
    public static readonly DateTimeOffset Monday = new(2026, 11, 22, 17, 0, 0, TimeSpan.Zero);

    /// <summary>The clock.</summary>
    public FakeTimeProvider Clock { get; } = new(Monday.AddHours(7));

    /// <summary>The operations.</summary>
    public Bookings Bookings => Services.Need<Bookings>();

    /// <inheritdoc/>
    protected override TimeProvider Time => Clock;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <inheritdoc/>
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Services.Need<PlanReader>().RefreshCalendarAsync(Cancel);
        await Services.Need<SlotSchedule>().RunAsync(Cancel);
    }

    /// <summary>A time of day so many days after Monday, 23 November 2026.</summary>
    public static DateTimeOffset At(int day, int hour, int minute = 0) => Monday.AddDays(day).AddHours(hour).AddMinutes(minute);

    /// <summary>Somebody nobody has heard of.</summary>
    public async Task<Visitor> NewVisitorAsync(string language = "id")
    {
        var hash = RandomNumberGenerator.GetBytes(16);
        var number = Services.Need<MessageSealer>().SealText("whatsapp:+6281200009901");
        var id = await ReadAsync(data => data.Database.SqlQuery<long>(
            $"""
            with added as (insert into addresses (value_enc, value_hash, created_at, language)
              values ({number}, {hash}, {Clock.GetUtcNow()}, {language}) returning id),
              chat as (insert into conversations (address_id) select id from added)
            select id as "Value" from added
            """).ToListAsync(Cancel));
        return new Visitor(id[0], RandomNumberGenerator.GetBytes(32));
    }

    /// <summary>An officer.</summary>
    public Task<StaffActor> HireAsync() => Services.HireAsync(StaffRole.Petugas);

    /// <summary>
    /// Runs an operation in a transaction as a chat turn does: one that PostgreSQL ended in favour of another is played again, as by the
    /// worker.
    /// </summary>
    public async Task<T> TurnAsync<T>(Func<BotDbContext, Task<T>> operation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var data = await Services.OpenDataAsync();
                await using var transaction = await data.Database.BeginTransactionAsync(Cancel);
                var result = await operation(data);
                await transaction.CommitAsync(Cancel);
                return result;
            }
            catch (PostgresException fault) when (fault.SqlState == PostgresErrorCodes.DeadlockDetected && attempt < InboxStore.MaxAttempts)
            {
                // Nothing of the attempt was kept.
            }
        }
    }

    /// <summary>Reads.</summary>
    public async Task<T> ReadAsync<T>(Func<BotDbContext, Task<T>> read)
    {
        await using var data = await Services.OpenDataAsync();
        return await read(data);
    }

    /// <summary>The visitor chooses a time.</summary>
    public Task<Outcome<Booking>> HoldAsync(
        Visitor visitor, DateTimeOffset at, long? replaces = null, string? key = null) => TurnAsync(data => Bookings.HoldAsync(
        data, new HoldRequest
        {
            Service = Lost,
            StartsAt = at,
            SubjectHash = visitor.Subject,
            AddressId = visitor.AddressId,
            ReplacesId = replaces,
            Key = key,
        },
        Actor.Resident, Cancel));

    /// <summary>The visitor confirms.</summary>
    public Task<Outcome<Booking>> ConfirmAsync(long hold) => TurnAsync(data => Bookings.ConfirmAsync(data, hold, Actor.Resident, Cancel));

    /// <summary>The visitor calls off or refuses.</summary>
    public Task<Outcome<Booking>> CancelAsync(long booking) =>
        TurnAsync(data => Bookings.CancelAsync(data, booking, Actor.Resident, null, Cancel));

    /// <summary>The visitor moves at once.</summary>
    public Task<Outcome<Booking>> MoveAsync(long booking, DateTimeOffset at) =>
        TurnAsync(data => Bookings.RescheduleAsync(data, booking, at, null, Actor.Resident, null, Cancel));

    /// <summary>An appointment from choice to confirmation.</summary>
    public async Task<Booking> BookAsync(Visitor visitor, DateTimeOffset at)
    {
        var hold = await HoldAsync(visitor, at);
        hold.Refusal.ShouldBeNull();
        return (await ConfirmAsync(hold.Value!.Id)).Value.ShouldNotBeNull();
    }

    /// <summary>Books every place of a time.</summary>
    public async Task<List<Booking>> FillAsync(DateTimeOffset at)
    {
        var bookings = new List<Booking>();
        while (await HoldAsync(await NewVisitorAsync(), at) is { Value: { } hold }) bookings.Add((await ConfirmAsync(hold.Id)).Value!);
        return bookings;
    }

    /// <summary>The booking as it is now.</summary>
    public async Task<Booking> SeeAsync(long booking) =>
        (await ReadAsync(data => BookingReader.FindAsync(data, booking, Cancel))).ShouldNotBeNull();

    /// <summary>What was written to a visitor about appointments, in order.</summary>
    public Task<List<OutboxRecord>> WrittenAsync(Visitor visitor) => ReadAsync(data => data.Outbox.AsNoTracking()
        .Where(message => message.AddressId == visitor.AddressId).OrderBy(message => message.Id).ToListAsync(Cancel));

    /// <summary>What a message says.</summary>
    public string TextOf(OutboxRecord message) => Services.Need<MessageSealer>().OpenOutgoing(message.ContentEnc).Text;

    /// <summary>
    /// What must hold whatever happened: places taken are bookings counted, never more than there are; one open booking a subject.
    /// </summary>
    public async Task ShouldBeSoundAsync()
    {
        (await WrongAsync("select count(*)::integer as \"Value\" from slots where taken > capacity or taken <> (select count(*) "
            + "from bookings b where b.slot_id = slots.id and b.takes_place)"))
            .ShouldBe(0, "slots whose count is wrong");
        (await WrongAsync("select count(*)::integer as \"Value\" from bookings "
            + "where takes_place <> (state in ('Held', 'Booked', 'CheckedIn', 'Done', 'NoShow'))")).ShouldBe(
                0, "bookings that count wrongly");
        (await WrongAsync(
            """
            select count(*)::integer as "Value" from (select from bookings
              where state in ('Held', 'Booked', 'Displaced', 'CheckedIn') and replaces_id is null
              group by subject_hash having count(*) > 1) twice
            """)).ShouldBe(0, "subjects with two");
        (await WrongAsync(
            """
            select count(*)::integer as "Value" from bookings b join slots s on s.id = b.slot_id
            where b.state in ('Held', 'Booked') and (s.withdrawn_at is not null or s.blocked_reason is not null)
            """)).ShouldBe(0, "bookings of closed slots");
        (await WrongAsync(
            """
            select count(*)::integer as "Value" from outbox o join bookings b on b.id = o.booking_id join slots s on s.id = b.slot_id
            where o.timed and o.status = 'pending' and (b.state <> 'Booked' or o.expires_at > s.starts_at)
            """)).ShouldBe(0, "reminders left behind");
        (await WrongAsync(
            "select count(*)::integer as \"Value\" from booking_history where state_before is null and state_after <> 'Held'"))
            .ShouldBe(0, "bookings that did not begin as a hold");
    }

    private async Task<int> WrongAsync(string sql) => (await ReadAsync(data => data.Database.SqlQueryRaw<int>(sql).ToListAsync(Cancel)))[0];
}

/// <summary>Somebody who books.</summary>
/// <param name="AddressId">Their chat.</param>
/// <param name="Subject">Themselves.</param>
public sealed record Visitor(long AddressId, byte[] Subject);
