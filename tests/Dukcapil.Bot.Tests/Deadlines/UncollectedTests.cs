using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Appointments.Planning;
using Dukcapil.Bot.Core.Casework;
using Dukcapil.Bot.Core.Casework.Collecting;
using Dukcapil.Bot.Tests.Appointments;
using Dukcapil.Bot.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dukcapil.Bot.Tests.Deadlines;

/// <summary>Results that nobody collects. Days are counted from Monday, 23 November 2026.</summary>
public sealed class UncollectedTests(MigratedDatabase databases) : IAsyncLifetime
{
    private readonly Hall _hall = new(databases);
    private TimedOffice _office = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private UncollectedResults Results => _hall.Services.Need<UncollectedResults>();

    public async ValueTask InitializeAsync()
    {
        await _hall.InitializeAsync();
        _office = await TimedOffice.OpenAsync(_hall);
        _hall.Clock.AdjustTime(Hall.At(0, 9));
    }

    public ValueTask DisposeAsync() => _hall.DisposeAsync();

    [Fact]
    public async Task Reminders_keep_their_distance_and_are_written_once_by_two_hosts()
    {
        var visitor = await _hall.NewVisitorAsync();
        var made = await _office.SubmitAsync(11, visitor.AddressId);
        await _office.BringToAsync(made.Number, "penyerahan");
        await using var other = await _hall.AnotherHostAsync();
        await other.Need<PlanReader>().RefreshCalendarAsync(Cancel);
        async Task<int> RemindAsync(int day)
        {
            _hall.Clock.AdjustTime(Hall.At(day, 9));
            var told = await Task.WhenAll(Results.RemindAsync(Cancel), other.Need<UncollectedResults>().RemindAsync(Cancel));
            return told.Sum();
        }

        (await RemindAsync(4)).ShouldBe(0, "four open days");
        (await RemindAsync(9)).ShouldBe(1, "Monday was the fifth; the host was down until Wednesday");
        (await RemindAsync(9)).ShouldBe(0);
        (await RemindAsync(22)).ShouldBe(0, "nine open days after the first");
        (await RemindAsync(23)).ShouldBe(1);
        (await RemindAsync(60)).ShouldBe(1);
        (await RemindAsync(100)).ShouldBe(0, "three at most");

        var written = (await _hall.WrittenAsync(visitor)).Where(
            message => message.DedupeKey?.StartsWith("ambil/", StringComparison.Ordinal) == true).ToList();
        written.Count.ShouldBe(3);
        _hall.TextOf(written[0]).ShouldContain($"*{made.Number}* sudah siap");
        written[0].ExpiresAt.ShouldBe(Hall.At(9, 20));
    }

    [Fact]
    public async Task Reminder_that_waits_is_dropped_when_the_result_is_collected()
    {
        var visitor = await _hall.NewVisitorAsync();
        var made = await _office.SubmitAsync(12, visitor.AddressId);
        await _office.BringToAsync(made.Number, "penyerahan");
        _hall.Clock.AdjustTime(Hall.At(7, 9));
        (await Results.RemindAsync(Cancel)).ShouldBe(1);

        await _office.DoAsync(made.Number, StaffRole.Petugas, CaseRequest.Take());
        await _office.DoAsync(made.Number, StaffRole.Petugas, CaseRequest.Tick("arsip"));
        await _office.DoAsync(
            made.Number, StaffRole.Petugas, new CaseCommand(CaseRequest.HandOver("Budi Santoso")) { CollectorKind = "penduduk" });

        (await _hall.WrittenAsync(visitor)).Single(message => message.DedupeKey!.StartsWith("ambil/", StringComparison.Ordinal)).Status
            .ShouldBe("skipped");
    }

    [Fact]
    public async Task Case_is_listed_for_staff_and_closed_by_the_program_only_when_the_office_says_so()
    {
        var visitor = await _hall.NewVisitorAsync();
        var made = await _office.SubmitAsync(13, visitor.AddressId);
        await _office.BringToAsync(made.Number, "penyerahan");
        var rule = _hall.Services.Need<IOptions<CollectionOptions>>().Value;
        _hall.Clock.AdjustTime(Hall.At(130, 9));

        (await Results.CloseAsync(Cancel)).ShouldBe(0);
        var listed = (await _hall.Services.Need<UncollectedReader>().ListAsync(Cancel)).ShouldHaveSingleItem();
        (listed.Number, listed.Rule.ReadyOn).ShouldBe((made.Number, new DateOnly(2026, 11, 23)));
        rule.ClosesItself = true;
        (await Results.CloseAsync(Cancel)).ShouldBe(1);
        (await Results.CloseAsync(Cancel)).ShouldBe(0);

        var closed = await _office.SeeAsync(made.Number);
        (closed.Status, closed.ClosedAt).ShouldBe((CaseStatus.NotCollected, Hall.At(130, 9)));
        (await _hall.ReadAsync(
            data => data.CaseHistory.AsNoTracking().OrderByDescending(line => line.Id).FirstAsync(line => line.CaseId == made.Id, Cancel)))
            .ShouldSatisfyAllConditions(line => line.Action.ShouldBe(CaseEvent.NotCollected), line => line.ActorKind.ShouldBe(ActorKind.System));
        _hall.TextOf((await _hall.WrittenAsync(visitor))[^1]).ShouldContain("ditutup karena hasilnya tidak diambil");
    }
}
