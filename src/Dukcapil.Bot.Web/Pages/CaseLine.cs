using Dukcapil.Bot.Core.Casework;
using Dukcapil.Bot.Core.Time;

namespace Dukcapil.Bot.Web.Pages;

/// <summary>A case as a line of a list.</summary>
/// <param name="Row">The case.</param>
/// <param name="AlurTitle">Its procedure in words.</param>
/// <param name="StepTitle">Its step in words.</param>
/// <param name="Age">How long it has been at this step.</param>
/// <param name="Due">How it stands to its deadline.</param>
/// <param name="DueText">The deadline in words; null when none runs.</param>
public sealed record CaseLine(CaseRow Row, string AlurTitle, string StepTitle, TimeSpan Age, DueState Due, string? DueText)
{
    /// <summary>Turns rows into lines.</summary>
    public static async Task<IReadOnlyList<CaseLine>> ReadAsync(
        IReadOnlyList<CaseRow> rows, AlurVersions alurs, OfficeClock clock, CancellationToken cancellationToken)
    {
        var lines = new List<CaseLine>(rows.Count);
        foreach (var row in rows)
        {
            var alur = await alurs.FindAsync(row.AlurVersion, cancellationToken);
            var due = DueStates.Of(row.Status, row.DueAt, clock);
            lines.Add(new CaseLine(
                row, alur.Title.Id, alur.Step(row.StepId)?.Title ?? "", clock.Now - row.StepStartedAt, due,
                DueStates.Text(due, row.DueAt, clock)));
        }

        return lines;
    }
}
