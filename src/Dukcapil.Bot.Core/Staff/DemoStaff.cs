using Dukcapil.Bot.Alur;
using Microsoft.AspNetCore.Identity;

namespace Dukcapil.Bot.Core.Staff;

/// <summary>One account for each desk, to try the program out. The host makes them in Development only; the password is public.</summary>
public sealed class DemoStaff(UserManager<StaffMember> users, StaffAccounts accounts)
{
    /// <summary>The password of all demo accounts.</summary>
    public const string Password = "cilegon-demo-2026";

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
}
