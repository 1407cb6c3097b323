using Dukcapil.Bot.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Dukcapil.Bot.Web.Pages;

/// <summary>
/// Ends the session of this browser, and with it every copy of its cookie, from any page of ours, however old it is. Only by a post, so
/// that a link elsewhere cannot do it.
/// </summary>
[AllowAnonymous]
[OwnPagesOnly]
public sealed class SignOutModel : PageModel
{
    public IActionResult OnGet() => LocalRedirect("/");

    public async Task<IActionResult> OnPostAsync()
    {
        await HttpContext.EndAsync();
        return LocalRedirect("/masuk");
    }
}
