using Dukcapil.Bot.Core.Reminders.Campaigns;

namespace Dukcapil.Bot.Tests.Reminders;

/// <summary>When the office may write to many: 07.00 to 20.00, never on a big holiday.</summary>
public sealed class SendWindowTests
{
    private static readonly SendWindow Usual = new(
        new CampaignOptions(), new HashSet<DateOnly> { new(2026, 12, 25), new(2027, 1, 1), new(2027, 3, 10), new(2027, 3, 11) });

    [Theory]
    [InlineData("2026-11-23 06:59:59.999", false)]
    [InlineData("2026-11-23 07:00:00.000", true)]
    [InlineData("2026-11-23 19:59:59.999", true)]
    [InlineData("2026-11-23 20:00:00.000", false)]
    [InlineData("2026-11-23 23:59:59.999", false)]
    [InlineData("2026-11-24 00:00:00.000", false)]
    [InlineData("2026-12-25 12:00:00.000", false)]
    [InlineData("2026-12-31 19:59:59.999", true)]
    [InlineData("2027-01-01 07:00:00.000", false)]
    [InlineData("2027-01-02 07:00:00.000", true)]
    public void Moment_is_open_or_quiet(string moment, bool isOpen) => Usual.IsOpen(Local(moment)).ShouldBe(isOpen);

    [Theory]
    [InlineData("2026-11-23 07:00:00", "2026-11-23 20:00:00")]
    [InlineData("2026-11-23 19:59:59", "2026-11-23 20:00:00")]
    [InlineData("2026-12-31 08:00:00", "2026-12-31 20:00:00")]
    public void Open_moment_closes_at_the_next_quiet_hour(string moment, string closes) =>
        Usual.ClosesAfter(Local(moment)).ShouldBe(Local(closes));

    [Theory]
    [InlineData("2026-11-23 09:00:00", "2026-11-23 09:00:00")]
    [InlineData("2026-11-23 20:00:00", "2026-11-24 07:00:00")]
    [InlineData("2026-11-24 03:00:00", "2026-11-24 07:00:00")]
    [InlineData("2026-12-31 20:00:00", "2027-01-02 07:00:00")]
    [InlineData("2027-03-09 21:00:00", "2027-03-12 07:00:00")]
    public void Quiet_moment_opens_at_the_next_morning_that_is_no_holiday(string moment, string opens) =>
        Usual.OpensFrom(Local(moment)).ShouldBe(Local(opens));

    [Fact]
    public void Hours_within_a_day_are_quiet_without_passing_midnight()
    {
        var window = new SendWindow(new CampaignOptions { QuietFrom = new(12, 0), QuietUntil = new(13, 0) }, new HashSet<DateOnly>());
        window.IsOpen(Local("2026-11-23 23:59:00")).ShouldBeTrue();
        window.IsOpen(Local("2026-11-23 12:00:00")).ShouldBeFalse();
        window.ClosesAfter(Local("2026-11-23 13:00:00")).ShouldBe(Local("2026-11-24 12:00:00"));
        window.OpensFrom(Local("2026-11-23 12:30:00")).ShouldBe(Local("2026-11-23 13:00:00"));
    }

    [Fact]
    public void Without_quiet_hours_only_holidays_close()
    {
        var window = new SendWindow(
            new CampaignOptions { QuietFrom = new(0, 0), QuietUntil = new(0, 0) }, new HashSet<DateOnly> { new(2026, 12, 25) });
        window.IsOpen(Local("2026-12-24 23:59:59")).ShouldBeTrue();
        window.ClosesAfter(Local("2026-12-24 09:00:00")).ShouldBe(Local("2026-12-25 00:00:00"));
        window.OpensFrom(Local("2026-12-25 09:00:00")).ShouldBe(Local("2026-12-26 00:00:00"));
    }

    private static DateTime Local(string moment) => DateTime.Parse(moment, System.Globalization.CultureInfo.InvariantCulture);
}
