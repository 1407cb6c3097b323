using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Messaging.Provider;
using Dukcapil.Bot.Core.Reminders.Campaigns;
using Microsoft.Extensions.Options;

namespace Dukcapil.Bot.Tests.Reminders;

/// <summary>Pure sums: pace, comparison with the held-out group, who may do what.</summary>
public sealed class CampaignSumsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero);
    private readonly CampaignPace _pace = new(
        Options.Create(new CampaignOptions()), Options.Create(new TwilioOptions { MessagesPerSecond = 80 }));

    [Theory]
    [InlineData(600, 0, 500, 20)] // ten a second, two seconds at most
    [InlineData(600, 25, 500, 5)] // three seconds' worth may wait in the outbox
    [InlineData(600, 30, 500, 0)]
    [InlineData(600, 0, 7, 7)]
    [InlineData(1, 0, 500, 1)]
    public void Beginning_takes_what_pace_outbox_and_block_allow(int perMinute, int waiting, int most, int count) =>
        _pace.Next(perMinute, null, waiting, most, Now).Count.ShouldBe(count);

    [Fact]
    public void Pace_is_kept_over_any_rhythm_of_looks()
    {
        DateTimeOffset? used = null;
        var sum = 0;
        for (var look = Now; look < Now.AddMinutes(1); look = look.AddMilliseconds(370))
        {
            (var count, used) = _pace.Next(90, used, 0, 500, look);
            sum += count;
        }

        sum.ShouldBeInRange(89, 93);
    }

    [Fact]
    public void Long_pause_is_not_caught_up_with_a_burst() => _pace.Next(600, Now.AddHours(-1), 0, 500, Now).Count.ShouldBe(20);

    [Fact]
    public void Campaign_may_use_half_of_the_senders_rate() => _pace.MostPerMinute.ShouldBe(2400);

    [Theory]
    [InlineData(9000, 900, 1000, 50, HeldOutVerdict.Helps)]
    [InlineData(9000, 500, 1000, 50, HeldOutVerdict.Chance)]
    [InlineData(9000, 300, 1000, 60, HeldOutVerdict.Hurts)]
    [InlineData(90, 3, 10, 0, HeldOutVerdict.TooFew)]
    [InlineData(0, 0, 10, 1, HeldOutVerdict.TooFew)]
    [InlineData(9000, 0, 1000, 0, HeldOutVerdict.TooFew)]
    public void Comparison_says_no_more_than_the_numbers_allow(int told, int toldDid, int held, int heldDid, HeldOutVerdict verdict) =>
        new HeldOutComparison(told, toldDid, held, heldDid).Verdict.ShouldBe(verdict);

    [Theory]
    [InlineData(CampaignState.Draft, StaffRole.Operator, false, "")]
    [InlineData(CampaignState.Draft, StaffRole.Kasi, true, "Save Submit Stop")]
    [InlineData(CampaignState.Submitted, StaffRole.Kasi, false, "Return Stop")]
    [InlineData(CampaignState.Submitted, StaffRole.Kabid, false, "Return Approve Stop")]
    [InlineData(CampaignState.Submitted, StaffRole.Kadis, true, "Return Stop")]
    [InlineData(CampaignState.Running, StaffRole.Kasi, true, "Pause Stop")]
    [InlineData(CampaignState.Paused, StaffRole.Kasi, true, "Stop")]
    [InlineData(CampaignState.Paused, StaffRole.Kadis, true, "Resume Stop")]
    [InlineData(CampaignState.Finished, StaffRole.Kadis, true, "")]
    public void Buttons_follow_from_state_and_rank(CampaignState state, StaffRole role, bool wroteIt, string acts) =>
        string.Join(' ', CampaignRules.Machine.Permitted(state, new(role, wroteIt))).ShouldBe(acts);
}
