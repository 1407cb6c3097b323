using Microsoft.AspNetCore.Identity;

namespace Dukcapil.Bot.Core.Staff;

/// <summary>
/// Checks a user name and password. An unknown name, a wrong password and a locked account get the same answer after the same
/// work, so that nobody learns which accounts exist.
/// </summary>
public sealed class StaffSignIn(UserManager<StaffMember> users)
{
    private static readonly StaffMember Nobody = new() { FullName = "", Role = default };
    private static readonly string UnknowableHash = new PasswordHasher<StaffMember>().HashPassword(Nobody, Guid.NewGuid().ToString());

    /// <summary>The account, or null. The fifth wrong password in a row locks the account.</summary>
    public async Task<StaffMember?> CheckAsync(string userName, string password)
    {
        if (await users.FindByNameAsync(userName) is not { } account || await users.IsLockedOutAsync(account))
        {
            users.PasswordHasher.VerifyHashedPassword(Nobody, UnknowableHash, password);
            return null;
        }

        if (await users.CheckPasswordAsync(account, password))
        {
            await users.ResetAccessFailedCountAsync(account);
            return account;
        }

        await users.AccessFailedAsync(account);
        return null;
    }
}
