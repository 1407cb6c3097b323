using Dukcapil.Bot.Core.Casework.Deadlines;

namespace Dukcapil.Bot.Tests.Deadlines;

/// <summary>Settings that would tell the head of office before the holder, or nobody, do not let the host start.</summary>
public sealed class DeadlineOptionsTests
{
    [Fact]
    public void Usual_settings_have_no_problem() => new DeadlineOptions().Problem().ShouldBeNull();

    [Theory]
    [InlineData(-1, 4, 75, 100, 150, "Deadlines:StepHours")]
    [InlineData(0, -1, 75, 100, 150, "Deadlines:SoonHours")]
    [InlineData(0, 4, 0, 100, 150, "Deadlines:HolderPercent")]
    [InlineData(0, 4, 101, 100, 150, "must not decrease")]
    [InlineData(0, 4, 75, 100, 99, "must not decrease")]
    public void Settings_that_make_no_sense_are_named(int step, int soon, int holder, int section, int office, string problem) =>
        new DeadlineOptions
        {
            StepHours = step,
            SoonHours = soon,
            HolderPercent = holder,
            SectionPercent = section,
            OfficePercent = office,
        }.Problem().ShouldNotBeNull().ShouldContain(problem);
}
