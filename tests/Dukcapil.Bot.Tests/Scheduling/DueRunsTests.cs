using System.Globalization;
using Dukcapil.Bot.Core;
using Dukcapil.Bot.Core.Scheduling;
using Dukcapil.Bot.Tests.Fixtures;
using Dukcapil.Bot.Web.Jobs;
using Dukcapil.Bot.Web.Pages.Jobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Time.Testing;
using Quartz;

namespace Dukcapil.Bot.Tests.Scheduling;

/// <summary>One rule at a time. Planned every day at 09.05 WIB unless the row says otherwise.</summary>
public sealed class DueRunsTests
{
    [Theory]
    [InlineData(MissedRun.Latest, "2026-11-23 09:04", "2026-11-22 09:05", "")]
    [InlineData(MissedRun.Latest, "2026-11-23 09:05", "2026-11-22 09:05", "2026-11-23")]
    [InlineData(MissedRun.Latest, "2026-11-23 09:05", "2026-11-23 09:05", "")]
    [InlineData(MissedRun.Latest, "2026-11-26 08:00", "2026-11-22 09:05", "2026-11-25")]
    [InlineData(MissedRun.Latest, "2027-01-02 08:00", "2026-12-30 09:05", "2027-01-01")]
    [InlineData(MissedRun.Latest, "2026-11-23 12:00", null, "2026-11-23")]
    [InlineData(MissedRun.Each, "2026-11-26 08:00", "2026-11-22 09:05", "2026-11-23 2026-11-24 2026-11-25")]
    [InlineData(MissedRun.Each, "2027-01-02 09:05", "2026-12-30 09:05", "2026-12-31 2027-01-01 2027-01-02")]
    [InlineData(MissedRun.Each, "2026-11-26 08:00", null, "2026-11-25")]
    [InlineData(MissedRun.Skip, "2026-11-23 09:20", "2026-11-20 09:05", "2026-11-23")]
    [InlineData(MissedRun.Skip, "2026-11-23 09:21", "2026-11-20 09:05", "")]
    [InlineData(MissedRun.Inherent, "2026-11-23 09:05", null, "")]
    public void Rule_decides_what_is_made_up_for(MissedRun missed, string now, string? settled, string expected) =>
        Due(Row(missed), now, settled).ShouldBe(expected);

    [Theory]
    [InlineData("2026-11-27 22:00", "2026-11-26 09:05", "")] // night
    [InlineData("2026-11-28 08:00", "2026-11-26 09:05", "")] // Saturday
    [InlineData("2026-11-30 07:00", "2026-11-26 09:05", "2026-11-27")] // Monday morning: Friday's is made up for
    [InlineData("2026-11-30 09:05", "2026-11-26 09:05", "2026-11-30")]
    [InlineData("2026-12-25 10:00", "2026-12-22 09:05", "")] // holiday
    [InlineData("2026-12-28 06:59", "2026-12-22 09:05", "")]
    [InlineData("2026-12-28 07:00", "2026-12-22 09:05", "2026-12-23")]
    public void Residents_are_left_alone_at_night_and_on_closed_days(string now, string settled, string expected) =>
        Due(Row(MissedRun.Latest) with { OnlyOpenDays = true, TellsResidents = true }, now, settled).ShouldBe(expected);

    [Fact]
    public void Long_outage_is_made_up_for_as_far_as_the_limit()
    {
        var due = Due(Row(MissedRun.Each), "2027-06-01 12:00", "2026-11-22 09:05").Split(' ');
        due.Length.ShouldBe(40);
        due[^1].ShouldBe("2027-06-01");
    }

    [Fact]
    public void Several_a_day_are_told_apart_by_their_time() =>
        Due(Row(MissedRun.Each, "0 30 18,23 * * ?") with { SeveralADay = true }, "2026-11-24 00:10", "2026-11-22 23:30").ShouldBe("2026-11-23 18.30 2026-11-23 23.30");

    [Theory]
    [InlineData("Jobs:PurgeExpired:Cron", "malam", "Jobs:PurgeExpired:Cron is no plan: 'malam'")]
    [InlineData("Jobs:PurgeExpired:Cron", "", "Jobs:PurgeExpired:Cron is missing")]
    [InlineData("Jobs:Bersihkan:Cron", "0 0 1 * * ?", "Jobs:Bersihkan names no scheduled work")]
    public void Wrong_plan_stops_the_start_with_a_line_that_names_the_key(string key, string value, string message)
    {
        var settings = new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"))
            .AddInMemoryCollection([new(key, value)]).Build();
        Should.Throw<SettingException>(() => WorkTable.Read(settings)).Message.ShouldStartWith(message);
    }

    [Theory]
    [InlineData("0 * * * * ?", "Setiap menit")]
    [InlineData("0/30 * * * * ?", "Setiap 30 detik")]
    [InlineData("15 0/2 * * * ?", "Setiap 2 menit")]
    [InlineData("0 10 * * * ?", "Setiap jam, menit ke-10")]
    [InlineData("0 5 0 * * ?", "Setiap hari 00.05 WIB")]
    [InlineData("0 30 18,23 * * ?", "Setiap hari 18.30 dan 23.30 WIB")]
    [InlineData("0 0 8 ? * MON", "0 0 8 ? * MON")]
    public void Plan_is_told_in_words(string cron, string words) => WorkWords.When(cron).ShouldBe(words);

    private static string Due(ScheduledWork row, string now, string? settled)
    {
        var clock = Year.Clock(new FakeTimeProvider(Wib(now)), Year.Calendar(2026, 2027));
        return string.Join(' ', DueRuns.Of(row, settled is null ? null : Wib(settled), clock).Select(run => run.Key));
    }

    private static ScheduledWork Row(MissedRun missed, string cron = "0 5 9 * * ?")
    {
        var plan = CronExpression.Parse(cron).WithTimeZone(TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta"));
        return new ScheduledWork
        {
            Name = "Uji",
            Title = "Uji",
            Missed = missed,
            Cron = cron,
            NextAfter = plan.GetNextValidTimeAfter,
            DoAsync = (_, _, _) => Task.FromResult(""),
        };
    }

    private static DateTimeOffset Wib(string local) => Year.Wib(DateTime.ParseExact(local, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));
}
