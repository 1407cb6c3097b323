using Microsoft.AspNetCore.Identity;

namespace Dukcapil.Bot.Core.Staff;

/// <summary>
/// Checks a user name and password. An unknown name, a wrong password, a disabled account and a caller who is shut out get the same
/// answer after the same work, so that nobody learns which accounts exist.
/// </summary>
public sealed class StaffSignIn(UserManager<StaffMember> users, SignInTries tries)
{
    private static readonly StaffMember Nobody = new() { FullName = "", Role = default };
    private static readonly string UnknowableHash = new PasswordHasher<StaffMember>().HashPassword(Nobody, Guid.NewGuid().ToString());

    /// <summary>The account, or null.</summary>
    /// <param name="userName">As typed.</param>
    /// <param name="password">As typed.</param>
    /// <param name="network">The caller's network address, for <see cref="SignInTries"/>.</param>
    /// <param name="browser">The caller's browser, when it is known by a cookie.</param>
    public async Task<StaffMember?> CheckAsync(string userName, string password, string network, string? browser = null)
    {
        if (await users.FindByNameAsync(userName) is not { } account || await users.IsLockedOutAsync(account)
            || await tries.BeginAsync(account.Id, network, browser) is not { } caller)
        {
            users.PasswordHasher.VerifyHashedPassword(Nobody, UnknowableHash, password);
            return null;
        }

        if (!await users.CheckPasswordAsync(account, password)) return null;
        await tries.SucceedAsync(account.Id, caller, browser);
        return account;
    }
}
