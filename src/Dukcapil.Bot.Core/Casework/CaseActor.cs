namespace Dukcapil.Bot.Core.Casework;

/// <summary>Who changed a case, for its history.</summary>
/// <param name="Kind"><c>staff, resident, system</c>.</param>
/// <param name="StaffId">The account, for staff.</param>
public sealed record CaseActor(string Kind, Guid? StaffId = null)
{
    /// <summary><see cref="Kind"/> of officers.</summary>
    public const string StaffKind = "staff";

    /// <summary>The resident, in chat.</summary>
    public static CaseActor Resident { get; } = new("resident");

    /// <summary>A job.</summary>
    public static CaseActor System { get; } = new("system");

    /// <summary>An officer.</summary>
    public static CaseActor Staff(StaffActor by) => new(StaffKind, by.Id);
}
