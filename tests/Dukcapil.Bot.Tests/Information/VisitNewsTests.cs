using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Information;
using Dukcapil.Bot.Core.Information.Subscriptions;
using Dukcapil.Bot.Core.Information.Visits;
using Dukcapil.Bot.Tests.Appointments;
using Dukcapil.Bot.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Tests.Information;

/// <summary>Who is told of changed visits, when, and in how many messages.</summary>
public sealed class VisitNewsTests(MigratedDatabase databases) : IAsyncLifetime
{
    private const string Ciwaduk = "36.72.02.1005", Masigit = "36.72.05.1003";

    private readonly Hall hall = new(databases);
    private StaffActor officer = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private StaffFieldVisits Desk => hall.Services.Need<StaffFieldVisits>();

    public async ValueTask InitializeAsync()
    {
        await hall.InitializeAsync();
        officer = await hall.HireAsync();
    }

    public ValueTask DisposeAsync() => hall.DisposeAsync();

    [Fact]
    public async Task Several_edits_are_one_message_to_everybody_who_asked_and_nobody_hears_twice()
    {
        var (both, one, other) = (await FollowerAsync(Ciwaduk, Masigit), await FollowerAsync(Ciwaduk), await FollowerAsync(
            "36.72.01.1003"));
        await Desk.AddAsync(Plan(Ciwaduk), officer, Cancel);
        await Desk.AddAsync(Plan(Masigit, FieldVisitKind.Registration), officer, Cancel);
        (await TellAsync()).ShouldBe(0, "edits rest first");

        hall.Clock.Advance(TimeSpan.FromMinutes(6));
        (await TellAsync()).ShouldBe(2);
        (await TellAsync()).ShouldBe(0);

        var text = (await TextsAsync(both)).ShouldHaveSingleItem();
        text.ShouldContain(
            "*Baru* di Kelurahan Ciwaduk: Perekaman KTP-el keliling, Senin, 7 Desember 2026, 09.00–12.00 WIB, di Balai Kelurahan.");
        text.ShouldContain("Kelurahan Masigit");
        (await TextsAsync(one)).ShouldHaveSingleItem().ShouldNotContain("Masigit");
        (await TextsAsync(other)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Moved_and_cancelled_visits_say_how_it_was_and_what_came_to_nothing_is_not_told()
    {
        var who = await FollowerAsync(Ciwaduk);
        await Desk.AddAsync(Plan(Ciwaduk), officer, Cancel);
        await Desk.AddAsync(Plan(Ciwaduk) with { Day = new DateOnly(2026, 12, 14) }, officer, Cancel);
        await RestAndTellAsync();

        await ChangeAsync(7, plan => plan with { Starts = new TimeOnly(10, 0) });
        await ChangeAsync(14, plan => plan with { IsCancelled = true });
        await Desk.AddAsync(Plan(Ciwaduk) with { Day = new DateOnly(2026, 12, 21) }, officer, Cancel);
        await ChangeAsync(21, plan => plan with { IsCancelled = true });
        await RestAndTellAsync();

        var text = (await TextsAsync(who))[^1];
        text.ShouldContain("*Berubah* di Kelurahan Ciwaduk: Perekaman KTP-el keliling sekarang Senin, 7 Desember 2026, 10.00–12.00 WIB");
        text.ShouldContain("(semula Senin, 7 Desember 2026, 09.00–12.00 WIB)");
        text.ShouldContain("*Batal* di Kelurahan Ciwaduk: Perekaman KTP-el keliling, Senin, 14 Desember 2026");
        text.ShouldNotContain("21 Desember");

        await ChangeAsync(7, plan => plan with { Starts = new TimeOnly(11, 0) });
        await ChangeAsync(7, plan => plan with { Starts = new TimeOnly(10, 0) });
        await RestAndTellAsync();
        (await TextsAsync(who)).Count.ShouldBe(2, "changed and changed back");
    }

    [Fact]
    public async Task Nobody_is_told_at_night_and_in_the_morning_it_is_made_up()
    {
        using var night = new AnotherDay(hall.Clock, Hall.At(0, 20));
        var who = await FollowerAsync(Ciwaduk);
        await Desk.AddAsync(Plan(Ciwaduk), officer, Cancel);
        hall.Clock.Advance(TimeSpan.FromHours(3));
        (await TellAsync()).ShouldBe(0);
        hall.Clock.AdjustTime(Hall.At(1, 7));
        (await TellAsync()).ShouldBe(1);
        var message = (await hall.WrittenAsync(who)).ShouldHaveSingleItem();
        message.ExpiresAt.ShouldBe(Hall.At(1, 20), "an unsent one does not wake anybody either");
    }

    [Fact]
    public async Task Who_said_stop_is_not_told()
    {
        var who = await FollowerAsync(Ciwaduk);
        await hall.ExecuteAsync($"select stop_address({who.AddressId}, 'resident', now())");
        await Desk.AddAsync(Plan(Ciwaduk), officer, Cancel);
        (await RestAndTellAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Same_file_twice_changes_nothing_and_another_beginning_is_the_same_visit()
    {
        FieldVisitPlan[] file = [Plan(Ciwaduk), Plan(Masigit), Plan(Masigit, FieldVisitKind.Registration)];
        (await Desk.ImportAsync(file, officer, isPreview: true, Cancel)).Added.Count.ShouldBe(3);
        (await CountAsync()).ShouldBe(0, "a preview keeps nothing");
        (await Desk.ImportAsync(file, officer, isPreview: false, Cancel)).Added.Count.ShouldBe(3);
        var again = await Desk.ImportAsync(file, officer, isPreview: false, Cancel);
        (again.Added.Count, again.Changed.Count, again.Unchanged).ShouldBe((0, 0, 3));
        (await hall.ReadAsync(data => data.FieldVisitChanges.CountAsync(Cancel))).ShouldBe(3);

        file[0] = file[0] with { Starts = new TimeOnly(8, 0) };
        file[1] = file[1] with { IsCancelled = true };
        var moved = await Desk.ImportAsync(file, officer, isPreview: false, Cancel);
        (moved.Added.Count, moved.Changed.Count, moved.Unchanged).ShouldBe((0, 2, 1));
        (await CountAsync()).ShouldBe(3);
    }

    [Fact]
    public async Task Edit_of_a_visit_that_has_changed_meanwhile_or_doubles_another_is_refused()
    {
        await Desk.AddAsync(Plan(Ciwaduk), officer, Cancel);
        (await Desk.AddAsync(Plan(Ciwaduk), officer, Cancel)).Refusal!.Code.ShouldBe(VisitRefusals.Taken);
        var seen = await OnAsync(7);
        (await Desk.ChangeAsync(seen.Id, seen.Version, Plan(Ciwaduk) with { Place = "Posyandu" }, officer, Cancel)).IsDone.ShouldBeTrue();
        (await Desk.ChangeAsync(seen.Id, seen.Version, Plan(Ciwaduk), officer, Cancel)).Refusal!.Code.ShouldBe(VisitRefusals.Changed);
        (await OnAsync(7)).Place.ShouldBe("Posyandu");
    }

    private static FieldVisitPlan Plan(string kelurahan, FieldVisitKind kind = FieldVisitKind.Recording) => new()
    {
        Kelurahan = kelurahan,
        Kind = kind,
        Day = new DateOnly(2026, 12, 7),
        Starts = new TimeOnly(9, 0),
        Ends = new TimeOnly(12, 0),
        Place = "Balai Kelurahan",
    };

    private async Task<Visitor> FollowerAsync(params string[] kelurahan)
    {
        var who = await hall.NewVisitorAsync();
        foreach (var code in kelurahan)
            await hall.ReadAsync(data => hall.Services.Need<SubscriptionList>()
                .SubscribeAsync(data, who.AddressId, SubscriptionTopics.Schedule(code), "resident", Cancel));
        return who;
    }

    private Task<int> TellAsync() => hall.Services.Need<FieldVisitNews>().RunAsync(Cancel);

    private Task<int> RestAndTellAsync()
    {
        hall.Clock.Advance(TimeSpan.FromMinutes(6));
        return TellAsync();
    }

    private async Task<List<string>> TextsAsync(Visitor who) => (await hall.WrittenAsync(who)).Select(hall.TextOf).ToList();

    private Task<FieldVisitRecord> OnAsync(int day) =>
        hall.ReadAsync(data => data.FieldVisits.AsNoTracking().SingleAsync(visit => visit.Day == new DateOnly(2026, 12, day), Cancel));

    private Task<int> CountAsync() => hall.ReadAsync(data => data.FieldVisits.CountAsync(Cancel));

    private async Task ChangeAsync(int day, Func<FieldVisitPlan, FieldVisitPlan> edit)
    {
        var visit = await OnAsync(day);
        var plan = Plan(visit.Kelurahan) with { Day = visit.Day, Starts = visit.Starts, Ends = visit.Ends };
        (await Desk.ChangeAsync(visit.Id, visit.Version, edit(plan), officer, Cancel)).IsDone.ShouldBeTrue();
    }
}
