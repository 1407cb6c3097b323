using Dukcapil.Bot.Core.Staff;
using Dukcapil.Bot.Web.Pages;
using Dukcapil.Bot.Web.Pages.Shared;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Dukcapil.Bot.Web.Security;

/// <summary>
/// Requests that a session's end interrupts: after the sign-in the officer is back on the page, and what was typed is in its form again.
/// </summary>
internal static class InterruptedRequests
{
    private static readonly object Interrupted = new();

    /// <summary>Remembers whose session has ended, for the rest of the request.</summary>
    public static void Note(HttpContext context, Guid staffId) => context.Items[Interrupted] = staffId;

    /// <summary>
    /// Leads to the sign-in and from there back. htmx would put that page into the panel it was about to swap; it goes there as a whole.
    /// </summary>
    public static async Task ToSignInAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (OutagePages.IsDown(context.HttpContext))
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        var request = context.Request;
        if (context.HttpContext.Items[Interrupted] is Guid staffId && await TypedForms.ReadAsync(request) is { } form)
            await context.HttpContext.RequestServices.GetRequiredService<KeptForms>()
                .KeepAsync(staffId, form, context.HttpContext.RequestAborted);
        var back = context.Options.LoginPath + QueryString.Create(context.Options.ReturnUrlParameter, PageOf(request));
        if (request.Headers.ContainsKey("HX-Request"))
        {
            context.Response.Headers["HX-Redirect"] = back;
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }
        else
        {
            context.Response.Redirect(back);
        }
    }

    /// <summary>
    /// The address of the page that a request was made from, without scheme and host: an absolute address would repeat what the caller
    /// wrote into <c>Host</c>. For a post it is the page with the form, not the address that only takes posts.
    /// </summary>
    public static string PageOf(HttpRequest request)
    {
        if (Own(request, request.Headers["HX-Current-URL"]) is { } shown) return shown;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            return request.PathBase + request.Path + request.QueryString;
        return Own(request, request.Headers.Referer) ?? request.PathBase + request.Path;
    }

    // The address of a post that was answered with a page stands in the browser, too; opened it would be of no use.
    private static string? Own(HttpRequest request, string? address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var page) || page.Authority != request.Host.Value) return null;
        return page.Query.Contains("handler=", StringComparison.Ordinal) ? page.AbsolutePath : page.PathAndQuery;
    }
}
