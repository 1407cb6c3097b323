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

    /// <summary>The account, or null. <paramref name="caller"/> is the network address that <see cref="SignInTries"/> counts for.</summary>
    public async Task<StaffMember?> CheckAsync(string userName, string password, string caller)
    {
        if (await users.FindByNameAsync(userName) is not { } account || await users.IsLockedOutAsync(account) || !await tries.BeginAsync(account.Id, caller))
        {
            users.PasswordHasher.VerifyHashedPassword(Nobody, UnknowableHash, password);
            return null;
        }

        if (!await users.CheckPasswordAsync(account, password)) return null;
        await tries.SucceedAsync(account.Id, caller);
        return account;
    }
}
