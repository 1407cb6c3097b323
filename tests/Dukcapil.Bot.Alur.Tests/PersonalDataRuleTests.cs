namespace Dukcapil.Bot.Alur.Tests;

public sealed class PersonalDataRuleTests
{
    private static readonly StaffRole[] InOrder = [StaffRole.Operator, StaffRole.Kasi, StaffRole.Kabid, StaffRole.Kadis];

    [Fact]
    public void Desk_sees_personal_data_once_the_case_has_reached_it()
    {
        var alur = OfficeContent.Catalogue.Find("ktp-rusak-hilang")!;
        foreach (var (step, at) in alur.Steps.Select((step, at) => (step, at)))
        {
            PersonalDataRule.MaySee(alur, step.Id, StaffRole.Petugas).ShouldBeTrue();
            foreach (var (role, desk) in InOrder.Select((role, desk) => (role, desk + 1)))
                PersonalDataRule.MaySee(alur, step.Id, role).ShouldBe(at >= desk, $"{role} at {step.Id}");
        }
    }
}
