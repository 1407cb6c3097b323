using Dukcapil.Bot.Core.Staff;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Dukcapil.Bot.Web.Pages;

/// <summary>
/// Ends the sessions of an account, on every device: within a minute also those whose cookie was copied. Only by a post, so that a link
/// elsewhere cannot do it.
/// </summary>
[AllowAnonymous]
public sealed class SignOutModel(UserManager<StaffMember> users) : PageModel
{
    public IActionResult OnGet() => LocalRedirect("/");

    public async Task<IActionResult> OnPostAsync()
    {
        if (await users.GetUserAsync(User) is { } account) await users.UpdateSecurityStampAsync(account);
        await HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        return LocalRedirect("/masuk");
    }
}
