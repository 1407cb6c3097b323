using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Staff;
using Dukcapil.Bot.Tests.Content;

namespace Dukcapil.Bot.Tests.Privacy;

/// <summary>The table of what officers may see.</summary>
public sealed class ViewRightsTests
{
    private static readonly Guid Officer = Guid.NewGuid();
    private static readonly AlurDefinition Alur = ShippedContent.Value.Alur.Find("ktp-rusak-hilang")!;

    [Theory]
    [InlineData(Sight.Masked, "Petugas Operator Kasi Kabid Kadis")]
    [InlineData(Sight.DeskComplaint, "Petugas Operator Kasi Kabid Kadis")]
    [InlineData(Sight.HeadsComplaint, "Kasi Kabid Kadis")]
    [InlineData(Sight.MessageText, "Kasi Kabid Kadis")]
    [InlineData(Sight.Person, "Petugas Operator Kasi")]
    public void Desks_that_may_see_it(Sight sight, string desks) =>
        string.Join(' ', Enum.GetValues<StaffRole>().Where(role => ViewRights.MaySee(sight, role))).ShouldBe(desks);

    [Fact]
    public void Every_sight_stands_in_the_table()
    {
        foreach (var sight in Enum.GetValues<Sight>()) ViewRights.MaySee(sight, StaffRole.Kasi).ShouldBeTrue();
    }

    [Fact]
    public void Case_is_open_to_the_desk_it_stands_at_and_to_heads_it_has_reached()
    {
        foreach (var step in Alur.Steps)
            foreach (var role in Enum.GetValues<StaffRole>())
            {
                var before = Alur.Steps.TakeWhile(other => other != step).Any(other => other.Role == role);
                var may = role == step.Role || (before && role >= StaffRole.Kasi);
                Of(step, null, false, role).ShouldBe(may ? CaseSight.Open : CaseSight.None, $"{role} at {step.Id}");
            }
    }

    [Fact]
    public void Case_that_a_colleague_holds_is_closed_to_others_of_the_desk()
    {
        var first = Alur.Steps[0];
        Of(first, Officer, false, first.Role).ShouldBe(CaseSight.Open);
        Of(first, Guid.NewGuid(), false, first.Role).ShouldBe(CaseSight.None);
    }

    [Theory]
    [InlineData(StaffRole.Petugas, CaseSight.None)]
    [InlineData(StaffRole.Operator, CaseSight.None)]
    [InlineData(StaffRole.Kasi, CaseSight.WithReason)]
    [InlineData(StaffRole.Kabid, CaseSight.WithReason)]
    [InlineData(StaffRole.Kadis, CaseSight.WithReason)]
    public void Case_that_has_ended_is_open_to_heads_with_a_reason(StaffRole role, CaseSight sight)
    {
        foreach (var holder in (Guid?[])[null, Officer])
            Of(Alur.Steps[^1], holder, true, role).ShouldBe(sight);
    }

    private static CaseSight Of(Langkah step, Guid? holder, bool isClosed, StaffRole role) =>
        ViewRights.OfCase(new CaseStand(Alur, step.Id, holder, isClosed), Officer, role);
}
