using System.Security.Claims;
using Dukcapil.Bot.Alur;

namespace Dukcapil.Bot.Web.Security;

/// <summary>Who is signed in, as the session says.</summary>
public static class StaffClaims
{
    /// <summary>The name colleagues read.</summary>
    public const string FullNameType = "full-name";

    /// <summary>Present on accounts that see the pages on jobs.</summary>
    public const string AdminType = "admin";

    /// <summary>The officer, for operations on cases.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in: the page lacks authorization.</exception>
    public static StaffActor Actor(this ClaimsPrincipal user) => new(Guid.Parse(Value(user, ClaimTypes.NameIdentifier)), user.Desk());

    /// <summary>The desk of the account.</summary>
    public static StaffRole Desk(this ClaimsPrincipal user) => Enum.Parse<StaffRole>(Value(user, ClaimTypes.Role));

    /// <summary>The name colleagues read.</summary>
    public static string FullName(this ClaimsPrincipal user) => Value(user, FullNameType);

    /// <summary>Whether the account sees the pages on jobs.</summary>
    public static bool IsAdmin(this ClaimsPrincipal user) => user.HasClaim(claim => claim.Type == AdminType);

    /// <summary>Whether the account may read the lists of other desks: those who lead desks do.</summary>
    public static bool SeesAllDesks(this ClaimsPrincipal user) => user.Desk() >= StaffRole.Kasi;

    /// <summary>Whether the account serves residents at a counter.</summary>
    public static bool MayServe(this ClaimsPrincipal user) => user.Desk() is StaffRole.Petugas or StaffRole.Operator;

    /// <summary>Whether the account may change the office's plan: administrators and those who lead desks.</summary>
    public static bool MayPlan(this ClaimsPrincipal user) => user.IsAdmin() || user.SeesAllDesks();

    private static string Value(ClaimsPrincipal user, string type) =>
        user.FindFirstValue(type) ?? throw new InvalidOperationException($"The session has no claim '{type}'.");
}
