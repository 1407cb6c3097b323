using Dukcapil.Bot.Core.Staff;
using Dukcapil.Bot.Web.Pages.Shared;
using Dukcapil.Bot.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Dukcapil.Bot.Web.Pages;

/// <summary>Signs an officer in, from a stale tab as well, and leads back to what the end of a session interrupted.</summary>
[AllowAnonymous]
[OwnPagesOnly]
[EnableRateLimiting(SignInLimit.Policy)]
public sealed class SignInModel(StaffSignIn check, KnownBrowsers browsers) : PageModel
{
    /// <summary>Where to go afterwards; only addresses of this site count.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Ke { get; set; }

    /// <summary>What was typed as user name.</summary>
    [BindProperty]
    public string UserName { get; set; } = "";

    /// <summary>What was typed as password.</summary>
    [BindProperty]
    public string Password { get; set; } = "";

    /// <summary>Whether name and password did not fit.</summary>
    public bool WasRefused { get; private set; }

    public async Task<IActionResult> OnPostAsync()
    {
        var browser = browsers.Find(HttpContext) ?? Guid.NewGuid().ToString("N");
        if (!ModelState.IsValid || await check.CheckAsync(UserName, Password, CallerNetwork.Of(HttpContext), browser) is not { } account)
        {
            WasRefused = true;
            return Page();
        }

        browsers.Remember(HttpContext, browser);
        await HttpContext.BeginAsync(account);
        await FormKeeper.ShowInterruptedAsync(HttpContext, account.Id);
        return LocalRedirect(Url.IsLocalUrl(Ke) ? Ke : "/");
    }
}
