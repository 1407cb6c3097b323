using Dukcapil.Bot.Core.Reminders;
using Dukcapil.Bot.Core.Reminders.Register;
using Dukcapil.Bot.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using static Dukcapil.Bot.Tests.Register.OfficeLists;

namespace Dukcapil.Bot.Tests.Register;

/// <summary>Who is due: the rule in SQL, for queries and for a person at hand is one rule.</summary>
public sealed class DueRuleTests(QuietBot bot) : IClassFixture<QuietBot>
{
    [Theory]
    [InlineData("2026-11-22", 0, "2009-11-22")]
    [InlineData("2026-11-22", 365, "2010-11-22")]
    [InlineData("2025-02-28", 0, "2008-02-28")]
    [InlineData("2025-03-01", 0, "2008-03-01")]
    [InlineData("2024-02-29", 0, "2007-02-28")]
    public void Latest_birth_is_seventeen_years_before_the_day(string today, int ahead, string latest) =>
        DueRule.LatestBirth(DateOnly.Parse(today, null), ahead).ShouldBe(DateOnly.Parse(latest, null));

    [Fact]
    public async Task Rule_says_the_same_in_sql_in_queries_and_for_a_person()
    {
        string[] statuses = ["belum", "sudah", "meninggal", "pindah"], births
            = ["2009-11-21", "2009-11-22", "2009-11-23", "1990-01-01", "2015-05-05"];
        var before = await bot.ReadAsync<long>(
            "select count(*) from unrecorded_people p where is_due(p.status, p.ever_married, p.birth_date, '2009-11-22')");
        await bot.ImportAsync(File([
            .. from status in statuses from birth in births from married in new[]
            {
                "kawin",
                "belum kawin",
            } select Row(NewNik(), birth: birth, status: status, married: married)]));
        var latest = new DateOnly(2009, 11, 22);
        await using var data = await bot.Services.OpenDataAsync();
        var asked = await data.UnrecordedPeople.Where(DueRule.IsDue(latest)).Select(person => person.Id)
            .ToListAsync(TestContext.Current.CancellationToken);
        var held = (await data.UnrecordedPeople.ToListAsync(TestContext.Current.CancellationToken)).Where(
            person => DueRule.Holds(person, latest)).Select(person => person.Id);
        var told = await bot.ReadAsync<long[]>(
            "select array_agg(p.id) from unrecorded_people p where is_due(p.status, p.ever_married, p.birth_date, '2009-11-22')");
        (asked.Count - before).ShouldBe(8);
        asked.ShouldBe(held, ignoreOrder: true);
        asked.ShouldBe(told, ignoreOrder: true);
    }

    [Fact]
    public async Task Figures_count_everybody_once_and_ages_are_those_of_who_is_due()
    {
        await using (var data = await bot.Services.OpenDataAsync()) (await data.UnrecordedPeople
            .AnyAsync(person => person.KelurahanCode == "36.72.06.1004", TestContext.Current.CancellationToken)).ShouldBeFalse();
        await bot.ImportAsync(File(
            Row(NewNik(), birth: "1990-01-01", kelurahan: "Gerem"), Row(NewNik(), birth: "2025-01-01", kelurahan: "Gerem"),
            Row(NewNik(), birth: "2025-01-01", kelurahan: "Gerem", married: "kawin"), Row(NewNik(), kelurahan: "Gerem", status: "sudah")));
        var figures = bot.Services.Need<RegisterStatistics>();
        (await figures.ByPlaceAsync(TestContext.Current.CancellationToken)).Single(place => place.Code == "36.72.06.1004")
            .ShouldBe(new KelurahanStatistics("36.72.06.1004", 2, 3, 1, 0, 0));
        var ages = await figures.ByAgeAsync("36.72.06.1004", TestContext.Current.CancellationToken);
        ages.Sum(group => group.Count).ShouldBe(2);
        ages.Single(group => group.From is null).Count.ShouldBe(1);
        ages.Single(group => group.From <= 36 && group.To >= 36).Count.ShouldBe(1);
    }
}
