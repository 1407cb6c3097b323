using System.Globalization;
using Dukcapil.Bot.Core;
using Dukcapil.Bot.Web.Jobs;
using Dukcapil.Bot.Web.Pages.Jobs;
using Hangfire;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Time.Testing;

namespace Dukcapil.Bot.Tests.Scheduling;

/// <summary>
/// One rule at a time. Planned every day at 09.05 WIB; first missed time and waking are Hangfire's, the last time is now.
/// </summary>
public sealed class RunRuleTests
{
    [Theory]
    [InlineData(MisfireHandlingMode.Relaxed, "2026-11-23 09:05", "2026-11-23 09:05", "2026-11-23 09:05", "2026-11-23")]
    [InlineData(MisfireHandlingMode.Relaxed, "2026-11-23 09:05", "2026-11-26 08:00", "2026-11-26 08:00", "2026-11-25")]
    [InlineData(MisfireHandlingMode.Relaxed, "2026-12-31 09:05", "2027-01-02 08:00", "2027-01-02 08:00", "2027-01-01")]
    [InlineData(MisfireHandlingMode.Relaxed, "2026-11-23 09:05", "2026-11-23 09:05", "2026-11-23 11:40", "2026-11-23")] // tried again
    [InlineData(MisfireHandlingMode.Relaxed, "2026-11-23 09:05", "2026-11-23 09:05", "2026-11-24 09:30", RunRule.Covered)]
    [InlineData(MisfireHandlingMode.Strict, "2026-11-23 09:05", "2026-11-23 09:05", "2026-11-26 08:00", "2026-11-23")]
    [InlineData(MisfireHandlingMode.Strict, "2026-11-23 09:05", "2026-11-25 09:05", "2026-11-26 08:00", "2026-11-25")]
    [InlineData(
        MisfireHandlingMode.Strict, "2026-11-23 08:00", "2026-11-25 08:00", "2026-11-26 08:00", "2026-11-25")] // woken by an older plan
    public void Run_stands_for_the_planned_time_that_the_row_makes_up_for(
        MisfireHandlingMode misfire, string first, string woken, string now, string expected) =>
            Decide(Row(misfire), first, woken, now).ShouldBe(expected);

    [Theory]
    [InlineData("2026-11-27 09:05", "2026-11-27 09:05", "2026-11-27 09:05", "2026-11-27")] // Friday
    [InlineData("2026-11-28 09:05", "2026-11-28 09:05", "2026-11-28 09:05", RunRule.NoDay)] // Saturday
    [InlineData("2026-11-27 09:05", "2026-11-27 22:00", "2026-11-27 22:00", "later 2026-11-30 07:00")] // missed on Friday, found at night
    [InlineData("2026-11-27 09:05", "2026-11-28 09:10", "2026-11-28 09:10", "later 2026-11-30 07:00")] // found on Saturday
    [InlineData("2026-11-27 09:05", "2026-11-28 09:10", "2026-11-30 07:00", "2026-11-27")] // carried out on Monday
    [InlineData("2026-11-27 09:05", "2026-11-28 09:10", "2026-11-30 09:06", RunRule.Covered)] // nobody was there on Monday at seven
    [InlineData("2026-12-23 09:05", "2026-12-25 10:00", "2026-12-25 10:00", "later 2026-12-28 07:00")] // over Christmas
    public void Residents_are_left_alone_at_night_and_on_closed_days(string first, string woken, string now, string expected) =>
        Decide(Row(MisfireHandlingMode.Relaxed) with { OnlyOpenDays = true, TellsResidents = true }, first, woken, now).ShouldBe(expected);

    [Fact]
    public void Runs_that_would_wait_for_the_same_morning_become_one()
    {
        var evening = Row(MisfireHandlingMode.Relaxed, "0 0 22 * * ?") with { TellsResidents = true };
        Decide(evening, "2026-12-23 22:00", "2026-12-23 22:00", "2026-12-23 22:00").ShouldBe(
            RunRule.Covered, "the 24th and 25th are holidays");
        Decide(evening, "2026-12-25 22:00", "2026-12-25 22:00", "2026-12-25 22:00").ShouldBe("later 2026-12-26 07:00");
    }

    [Theory]
    [InlineData("2026-11-23 19:59", "2026-11-23")]
    [InlineData("2026-11-23 20:00", RunRule.Quiet)]
    [InlineData("2026-12-25 10:00", RunRule.Quiet)]
    public void Run_that_was_asked_for_leaves_residents_alone_all_the_same(string now, string expected)
    {
        var row = Row(MisfireHandlingMode.Relaxed) with { TellsResidents = true };
        Say(RunRule.Asked(row, Year.Clock(new FakeTimeProvider(Wib(now)), Year.Calendar(2026, 2027)))).ShouldBe(expected);
    }

    [Theory]
    [InlineData("Jobs:PurgeExpired:Cron", "malam", "Jobs:PurgeExpired:Cron is no plan: 'malam'")]
    [InlineData("Jobs:PurgeExpired:Cron", "", "Jobs:PurgeExpired:Cron is missing")]
    [InlineData("Jobs:Bersihkan:Cron", "0 0 1 * * ?", "Jobs:Bersihkan names no scheduled work")]
    public void Wrong_plan_stops_the_start_with_a_line_that_names_the_key(string key, string value, string message)
    {
        var settings = new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"))
            .AddInMemoryCollection([new(key, value)]).Build();
        Should.Throw<SettingException>(() => RecurringJobPlans.Read(settings)).Message.ShouldStartWith(message);
    }

    [Theory]
    [InlineData("0 * * * * ?", "Setiap menit")]
    [InlineData("0/30 * * * * ?", "Setiap 30 detik")]
    [InlineData("15 0/2 * * * ?", "Setiap 2 menit")]
    [InlineData("0 10 * * * ?", "Setiap jam, menit ke-10")]
    [InlineData("0 5 0 * * ?", "Setiap hari 00.05 WIB")]
    [InlineData("0 30 18,23 * * ?", "Setiap hari 18.30 dan 23.30 WIB")]
    [InlineData("0 0 8 ? * MON", "0 0 8 ? * MON")]
    public void Plan_is_told_in_words(string cron, string words) => PlanWords.When(cron).ShouldBe(words);

    private static string Decide(RecurringJobRow row, string first, string woken, string now) =>
        Say(RunRule.Planned(row, Wib(first), Wib(woken), Year.Clock(new FakeTimeProvider(Wib(now)), Year.Calendar(2026, 2027))));

    private static string Say(RunDecision decision) => decision switch
    {
        RunDecision.Now now => now.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        RunDecision.Later later => "later "
            + later.At.ToOffset(TimeSpan.FromHours(7)).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        RunDecision.Never never => never.Why,
        _ => throw new InvalidOperationException("No such decision."),
    };

    private static RecurringJobRow Row(MisfireHandlingMode misfire, string cron = "0 5 9 * * ?")
    {
        var settings = new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"))
            .AddInMemoryCollection([new("Jobs:PlanSlots:Cron", cron)]).Build();
        return RecurringJobPlans.Read(settings).Find("PlanSlots")! with { Misfire = misfire };
    }

    private static DateTimeOffset Wib(string local) =>
        Year.Wib(DateTime.ParseExact(local, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));
}
