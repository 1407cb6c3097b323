using Dukcapil.Bot.Alur;
using Microsoft.AspNetCore.Identity;

namespace Dukcapil.Bot.Core.Staff;

/// <summary>One account for each desk, to try the program out. The host makes them in Development only, and shuts them
/// out elsewhere; the password is public.</summary>
public sealed class DemoStaff(UserManager<StaffMember> users, StaffAccounts accounts)
{
    /// <summary>The password of all demo accounts.</summary>
    public const string Password = "cilegon-demo-2026";

    /// <summary>An account locked longer than this is disabled.</summary>
    private static readonly DateTimeOffset Never = new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The accounts: the user name is the desk.</summary>
    public static IReadOnlyList<NewStaffMember> Accounts { get; } =
    [
        new("petugas", "Siti Rohmah", StaffRole.Petugas),
        new("operator", "Dedi Kurniawan", StaffRole.Operator),
        new("kasi", "Hj. Nurhayati", StaffRole.Kasi),
        new("kabid", "Bambang Suryadi", StaffRole.Kabid),
        new("kadis", "Drs. H. Ahmad Fauzi", StaffRole.Kadis, IsAdmin: true),
    ];

    /// <summary>Makes the accounts that are missing; running it again, or on two hosts at once, changes nothing.</summary>
    public async Task SeedAsync()
    {
        foreach (var member in Accounts)
        {
            if (await users.FindByNameAsync(member.UserName) is not null) continue;
            var problems = await accounts.CreateAsync(member, Password);
            if (problems.Any(problem => problem.Code != nameof(IdentityErrorDescriber.DuplicateUserName)))
                throw new InvalidOperationException($"The demo account '{member.UserName}' could not be made: {problems[0].Description}");
        }
    }

    /// <summary>
    /// Shuts the accounts out whose password is still the public one, as when a database of Development is run in Production. Returns their
    /// names.
    /// </summary>
    public async Task<IReadOnlyList<string>> ShutOutAsync()
    {
        var names = Accounts.Select(member => users.NormalizeName(member.UserName)!).ToList();
        var open = users.Users.Where(
            member => names.Contains(member.NormalizedUserName!) && (member.LockoutEnd == null || member.LockoutEnd < Never)).ToList();
        var shut = new List<string>();
        foreach (var member in open)
        {
            if (!await users.CheckPasswordAsync(member, Password)) continue;
            await accounts.DisableAsync(member.UserName!);
            shut.Add(member.UserName!);
        }

        return shut;
    }
}
