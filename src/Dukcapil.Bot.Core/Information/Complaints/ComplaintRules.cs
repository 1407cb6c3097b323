using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Staff;
using static Dukcapil.Bot.Core.Information.Complaints.ComplaintState;

namespace Dukcapil.Bot.Core.Information.Complaints;

/// <summary>State machine of complaints: the page derives its buttons from it, <see cref="StaffComplaints"/> its refusals.</summary>
public static class ComplaintRules
{
    private static readonly StateGuard<ComplaintSituation> Visible = new(
        by => by.MaySee, ComplaintRefusals.Unknown, "soal petugas atau uang hanya kasi ke atas");

    private static readonly StateGuard<ComplaintSituation> ByHead = new(
        by => by.Role is { } role && ViewRights.IsHead(role), ComplaintRefusals.HeadCloses, "hanya kasi ke atas");

    /// <summary>The machine.</summary>
    public static StateRules<ComplaintState, ComplaintAct, ComplaintSituation> Machine { get; } =
        new StateRules<ComplaintState, ComplaintAct, ComplaintSituation>(
            ComplaintNames.All, (_, _, by) => by.MaySee ? ComplaintRefusals.Changed : ComplaintRefusals.Unknown)
            .Permit(ComplaintAct.Take, [New, Taken, Answered], [Visible], Taken)
            .Permit(ComplaintAct.Answer, [New, Taken, Answered], [Visible], Answered)
            .Permit(ComplaintAct.Close, [New, Taken, Answered], [Visible, ByHead], Closed)
            .Permit(ComplaintAct.Reopen, [Answered, Closed], [], New);

    /// <summary>Whether a desk may see a complaint.</summary>
    public static bool MaySee(bool forHeads, StaffRole role) =>
        ViewRights.MaySee(forHeads ? Sight.HeadsComplaint : Sight.DeskComplaint, role);
}

/// <summary>Situation in which an act on a complaint is decided.</summary>
/// <param name="ForHeads">Whether only heads may know of it.</param>
/// <param name="Role">The officer's desk; null for the resident whose complaint it is.</param>
public sealed record ComplaintSituation(bool ForHeads, StaffRole? Role)
{
    /// <summary>Whether the actor may know of the complaint.</summary>
    public bool MaySee => Role is not { } role || ComplaintRules.MaySee(ForHeads, role);
}
