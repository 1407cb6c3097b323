using System.Security.Claims;
using System.Security.Cryptography;
using Dukcapil.Bot.Alur;
using Microsoft.AspNetCore.DataProtection;

namespace Dukcapil.Bot.Web.Security;

/// <summary>
/// What was searched for, sealed for the address of the results: one can go back to them, and neither the browser's history nor a log
/// holds a NIK or name. Sealed rather than stored, because then nothing has to be looked up on another replica or cleaned up; worth
/// nothing to another account, and to nobody after a working day.
/// </summary>
public sealed class SearchToken(IDataProtectionProvider protection)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(10);

    /// <summary>Seals what an officer searches for.</summary>
    public string Seal(ClaimsPrincipal user, string text) => Protector(user).Protect(text, Lifetime);

    /// <summary>What was searched for; null when it was not sealed for this officer or is too old.</summary>
    public string? Open(ClaimsPrincipal user, string token)
    {
        try
        {
            return Protector(user).Unprotect(token);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private ITimeLimitedDataProtector Protector(ClaimsPrincipal user)
    {
        StaffActor officer = user.Actor();
        return protection.CreateProtector("search", officer.Id.ToString()).ToTimeLimitedDataProtector();
    }
}
