using Dukcapil.Bot.Alur;
using static Dukcapil.Bot.Core.Information.Complaints.ComplaintState;

namespace Dukcapil.Bot.Core.Information.Complaints;

/// <summary>The state machine of complaints, from which the page has its buttons and the desk its refusals.</summary>
public static class ComplaintRules
{
    private static readonly StateGuard<ComplaintSituation> Visible = new(
        by => by.MaySee, ComplaintRefusals.Unknown, "soal uang hanya kasi ke atas");

    /// <summary>The machine.</summary>
    public static StateRules<ComplaintState, ComplaintAct, ComplaintSituation> Machine { get; } =
        new StateRules<ComplaintState, ComplaintAct, ComplaintSituation>(
            ComplaintNames.All, (_, _, by) => by.MaySee ? ComplaintRefusals.Changed : ComplaintRefusals.Unknown)
            .Permit(ComplaintAct.Take, [New, Taken, Answered], [Visible], Taken)
            .Permit(ComplaintAct.Answer, [New, Taken, Answered], [Visible], Answered)
            .Permit(ComplaintAct.Close, [New, Taken, Answered], [Visible], Closed)
            .Permit(ComplaintAct.Reopen, [Answered, Closed], [], New);

    /// <summary>Whether an officer may see complaints about money, which may be about colleagues.</summary>
    public static bool MaySeeMoney(StaffRole role) => role >= StaffRole.Kasi;
}

/// <summary>What a decision on a complaint looks at.</summary>
/// <param name="IsMoney">Whether it speaks of money that was asked for.</param>
/// <param name="Role">The officer's desk; null for the resident whose complaint it is.</param>
public sealed record ComplaintSituation(bool IsMoney, StaffRole? Role)
{
    /// <summary>Whether whoever asks may know of the complaint.</summary>
    public bool MaySee => !IsMoney || Role is not { } role || ComplaintRules.MaySeeMoney(role);
}
