using Dukcapil.Bot.Alur;
using Microsoft.AspNetCore.Identity;

namespace Dukcapil.Bot.Core.Staff;

/// <summary>What an administrator does to accounts. Every change ends the sessions of the account within a minute.</summary>
public sealed class StaffAccounts(UserManager<StaffMember> users, SignInTries tries)
{
    /// <summary>An account locked until then is disabled.</summary>
    private static readonly DateTimeOffset Disabled = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Makes an account. Refused: a user name that is taken or a password that is too weak.</summary>
    public async Task<IReadOnlyList<AccountProblem>> CreateAsync(NewStaffMember member, string password)
    {
        var account = new StaffMember
        {
            Id = Guid.CreateVersion7(),
            UserName = member.UserName,
            FullName = member.FullName,
            Role = member.Role,
            IsAdmin = member.IsAdmin,
        };
        return Problems(await users.CreateAsync(account, password));
    }

    /// <summary>Gives an account a new password and lets it sign in again. Refused: an unknown user name, a weak password.</summary>
    public Task<IReadOnlyList<AccountProblem>> ResetPasswordAsync(string userName, string password) =>
        ChangeAsync(userName, async account =>
        {
            foreach (var validator in users.PasswordValidators)
                if (await validator.ValidateAsync(users, account, password) is { Succeeded: false } weak)
                    return weak;
            account.PasswordHash = users.PasswordHasher.HashPassword(account, password);
            account.LockoutEnd = null;
            await tries.ForgetAsync(account.Id);
            return await users.UpdateSecurityStampAsync(account);
        });

    /// <summary>Shuts an account out until its password is reset. Its history stays. Refused: an unknown user name.</summary>
    public Task<IReadOnlyList<AccountProblem>> DisableAsync(string userName) => ChangeAsync(userName, account =>
    {
        account.LockoutEnabled = true;
        account.LockoutEnd = Disabled;
        return users.UpdateSecurityStampAsync(account);
    });

    private async Task<IReadOnlyList<AccountProblem>> ChangeAsync(string userName, Func<StaffMember, Task<IdentityResult>> change)
    {
        if (await users.FindByNameAsync(userName) is not { } account)
            return [new AccountProblem("UnknownUserName", $"There is no account '{userName}'.")];
        return Problems(await change(account));
    }

    private static List<AccountProblem> Problems(IdentityResult result) =>
        result.Errors.Select(error => new AccountProblem(error.Code, error.Description)).ToList();
}

/// <summary>An account before it exists.</summary>
/// <param name="UserName">What is typed at sign-in: letters, digits and <c>-._@+</c>.</param>
/// <param name="FullName">The name colleagues and receipts show.</param>
/// <param name="Role">The desk.</param>
/// <param name="IsAdmin">Whether the pages on jobs are open to it.</param>
public sealed record NewStaffMember(string UserName, string FullName, StaffRole Role, bool IsAdmin = false);

/// <summary>Why an account was not made or changed.</summary>
/// <param name="Code">Stable name.</param>
/// <param name="Description">One English sentence for the administrator at the command line.</param>
public sealed record AccountProblem(string Code, string Description);
