using System.Security.Claims;
using System.Security.Cryptography;
using Dukcapil.Bot.Alur;
using Microsoft.AspNetCore.DataProtection;

namespace Dukcapil.Bot.Web.Security;

/// <summary>
/// Search terms, encrypted for the address of the results: Back and reload work, and neither the browser's history nor a log holds a NIK
/// or name. Stateless, so that any host can read it and nothing needs cleaning up; valid for the same account and one working day only.
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
