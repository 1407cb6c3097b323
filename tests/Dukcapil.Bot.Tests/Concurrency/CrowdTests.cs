using System.Text.RegularExpressions;
using Dukcapil.Bot.Core.Appointments.Planning;
using Dukcapil.Bot.Simulator.Faults;
using Dukcapil.Bot.Tests.Fixtures;
using Microsoft.Extensions.Logging;

namespace Dukcapil.Bot.Tests.Concurrency;

/// <summary>Far more residents than places, all at once in the chat: what the load driver does with two thousand, in small.</summary>
public sealed partial class CrowdTests(HastyBot app) : IClassFixture<HastyBot>
{
    private const int Residents = 150;
    private const int Places = 20;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Day_with_twenty_places_is_full_and_never_over_and_everybody_knows_the_truth()
    {
        await PrepareAsync();
        var phones = Enumerable.Range(0, Residents).Select(_ => app.NewPhone()).ToList();
        foreach (var phone in phones.Where((_, n) => n % 5 == 0)) app.Break(phone, FaultKind.DuplicateInbound, times: null);

        await Task.WhenAll(phones.Select((phone, n) => BookAsync(phone, cancels: n % 4 == 1)));
        await Task.WhenAll(phones.Select(phone => BookAsync(phone, cancels: false)));

        (await app.ReadAsync<long>("select count(*) from slots where taken > capacity or taken <> (select count(*) from bookings b "
            + "where b.slot_id = slots.id and b.takes_place)")).ShouldBe(0);
        (await app.ReadAsync<long>("select sum(taken) from slots")).ShouldBe(Places, "every place that was given back was booked again");
        (await app.ReadAsync<long>(
            "select count(*) from (select from bookings where state = 'Booked' "
            + "group by address_id having count(*) > 1) twice")).ShouldBe(0);
        (await app.ReadAsync<long>("select count(*) from bookings where state = 'Cancelled'")).ShouldBeGreaterThan(0);
        foreach (var phone in phones) await ShouldKnowTheTruthAsync(phone);
        app.Log.Lines.Where(line => line.Level >= LogLevel.Error).ShouldBeEmpty();
    }

    /// <summary>One day in reach, two counters, five times, two residents each.</summary>
    private async Task PrepareAsync()
    {
        var day = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(7)).AddDays(3).DayOfWeek;
        await app.ExecuteAsync(
            $"""
            delete from slots; delete from service_hours; delete from office_days;
            insert into service_hours (weekday, opens, closes) values ({(day == DayOfWeek.Sunday ? 7 : (int)day)}, '08:00', '10:30');
            update slot_rules set minutes = 30, capacity = 2;
            update booking_policy set horizon_days = 6;
            """);
        await app.Get<SlotSchedule>().RunAsync(Cancel);
        (await app.ReadAsync<long>("select sum(capacity) from slots where withdrawn_at is null")).ShouldBe(Places);
    }

    private static async Task BookAsync(SimulatedPhone phone, bool cancels)
    {
        var answer = await phone.AskAsync("jadwal");
        while (Reply(answer) is { } next) answer = await phone.AskAsync(next);
        if (!cancels || !answer.Contains("sudah tercatat", StringComparison.Ordinal)) return;
        await phone.AskAsync("batal janji");
        await phone.AskAsync("ya");
    }

    private static string? Reply(string answer)
    {
        if (answer.Contains("kami simpan untuk Anda", StringComparison.Ordinal)) return "ya";
        if (answer.Contains("Layanan mana", StringComparison.Ordinal)) return "KTP-el rusak atau hilang";
        if (answer.Contains("datang hari apa", StringComparison.Ordinal)) return "1";
        if (answer.Contains("Pukul berapa", StringComparison.Ordinal)) return "1";
        return answer.Contains("belum ada waktu kosong", StringComparison.Ordinal) ? "tidak" : null;
    }

    private async Task ShouldKnowTheTruthAsync(SimulatedPhone phone)
    {
        var address = await app.AddressOfAsync(phone);
        var booked = await app.ReadAsync<string>(
            $"select coalesce(string_agg(id::text, ','), '') from bookings where address_id = {address} and state = 'Booked'");
        var answer = await phone.AskAsync("jadwal");
        if (booked.Length == 0) answer.ShouldContain("Layanan mana");
        else Code().Match(answer).Groups["id"].Value.TrimStart('0').ShouldBe(booked);
    }

    [GeneratedRegex(@"J-(?<id>\d+)-\d", RegexOptions.None, 1000)]
    private static partial Regex Code();
}
