using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Dukcapil.Bot.Web.Security;

/// <summary>
/// Tells browsers apart that have signed in before (a device cookie): behind one network address their tries are counted apart from a
/// stranger's. The cookie opens nothing; without the right password it is worth nothing.
/// </summary>
public sealed class KnownBrowsers(IDataProtectionProvider protection, IHostEnvironment environment)
{
    private const string Cookie = "dukcapil-peramban";

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(365);

    private readonly IDataProtector _protector = protection.CreateProtector("browser");

    /// <summary>The browser's id; null for one that has never signed in.</summary>
    public string? Find(HttpContext context)
    {
        if (context.Request.Cookies[Cookie] is not { Length: > 0 } value) return null;
        try
        {
            return _protector.Unprotect(value);
        }
        catch (CryptographicException)
        {
            return null; // Written by somebody else, or under keys that are gone: a stranger.
        }
    }

    /// <summary>Lets a browser that has just signed in keep its id.</summary>
    public void Remember(HttpContext context, string id) =>
        context.Response.Cookies.Append(Cookie, _protector.Protect(id), new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = Lifetime,
            Path = "/masuk",
            SameSite = SameSiteMode.Lax,
            Secure = environment.IsProduction() || context.Request.IsHttps,
        });
}
