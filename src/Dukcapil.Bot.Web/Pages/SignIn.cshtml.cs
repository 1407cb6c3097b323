using Dukcapil.Bot.Core.Staff;
using Dukcapil.Bot.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Dukcapil.Bot.Web.Pages;

/// <summary>Signs an officer in.</summary>
[AllowAnonymous]
[EnableRateLimiting(SignInLimit.Policy)]
public sealed class SignInModel(StaffSignIn check, SignInManager<StaffMember> sessions) : PageModel
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
        if (!ModelState.IsValid || await check.CheckAsync(UserName, Password, CallerNetwork.Of(HttpContext)) is not { } account)
        {
            WasRefused = true;
            return Page();
        }

        await sessions.SignInAsync(account, isPersistent: false);
        return LocalRedirect(Url.IsLocalUrl(Ke) ? Ke : "/");
    }
}
