using Dukcapil.Bot.Alur;

namespace Dukcapil.Bot.Core.Staff;

/// <summary>
/// The one table of what officers may see of residents (UU PDP 27/2022 Pasal 36: only those who must). Every page and every query that
/// shows any of it asks here; being an administrator gives no right to see anything.
/// </summary>
public static class ViewRights
{
    private static readonly StaffRole[] Everybody = Enum.GetValues<StaffRole>();
    private static readonly StaffRole[] Heads = Array.FindAll(Everybody, IsHead);

    private static readonly Dictionary<Sight, StaffRole[]> Table = new Dictionary<Sight, StaffRole[]>
    {
        [Sight.Masked] = Everybody,
        // A message may be a complaint about its reader.
        [Sight.MessageText] = Heads,
        [Sight.HeadsComplaint] = Heads,
        [Sight.DeskComplaint] = Everybody,
        // Counter officers, operators, and the heads above them.
        [Sight.Person] = [StaffRole.Petugas, StaffRole.Operator, StaffRole.Kasi],
    };

    /// <summary>Whether a desk may see something.</summary>
    public static bool MaySee(Sight sight, StaffRole role) => Table[sight].Contains(role);

    /// <summary>Whether a desk leads others: kasi, kabid, kadis.</summary>
    public static bool IsHead(StaffRole role) => role >= StaffRole.Kasi;

    /// <summary>
    /// Whether an officer may see the full numbers and the photos of a case: its holder, the desk it waits at while nobody holds it, and
    /// the heads it has reached. Once it has ended, only heads, with a reason.
    /// </summary>
    public static CaseSight OfCase(CaseStand stand, Guid officer, StaffRole role)
    {
        ArgumentNullException.ThrowIfNull(stand);
        if (stand.IsClosed) return IsHead(role) ? CaseSight.WithReason : CaseSight.None;
        if (IsHead(role)) return HasReached(stand, role) ? CaseSight.Open : CaseSight.None;
        var isAtDesk = stand.Alur.Step(stand.StepId)?.Role == role;
        return isAtDesk && (stand.HolderId is null || stand.HolderId == officer) ? CaseSight.Open : CaseSight.None;
    }

    private static bool HasReached(CaseStand stand, StaffRole role) =>
        stand.Alur.Step(stand.StepId)?.Role == role
            || stand.Alur.Steps.TakeWhile(step => step.Id != stand.StepId).Any(step => step.Role == role);
}

/// <summary>What of residents can be seen, apart from a case's numbers and photos (<see cref="ViewRights.OfCase"/>).</summary>
public enum Sight
{
    /// <summary>Names on cases, masked numbers and masked addresses.</summary>
    Masked,

    /// <summary>What a message from or to a resident says, numbers in it masked.</summary>
    MessageText,

    /// <summary>A complaint about officers or money, or one that may be.</summary>
    HeadsComplaint,

    /// <summary>A complaint that is plainly about an application, a device or the waiting room.</summary>
    DeskComplaint,

    /// <summary>Somebody of the register in full: name, NIK, birth date, telephone; also the rows of a list that were not taken.</summary>
    Person,
}

/// <summary>What decides who may see the numbers and photos of a case.</summary>
/// <param name="Alur">Its procedure.</param>
/// <param name="StepId">Where it stands.</param>
/// <param name="HolderId">Who has taken it, or null.</param>
/// <param name="IsClosed">Whether it has ended.</param>
public sealed record CaseStand(AlurDefinition Alur, string StepId, Guid? HolderId, bool IsClosed);

/// <summary>Whether numbers and photos of a case may be seen.</summary>
public enum CaseSight
{
    /// <summary>They may not.</summary>
    None,

    /// <summary>They may; each look is logged.</summary>
    Open,

    /// <summary>They may, with a reason, which is logged beside each look.</summary>
    WithReason,
}
