using System.Globalization;
using Dukcapil.Bot.Core.Staff;
using Dukcapil.Bot.Web.Security;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Dukcapil.Bot.Web.Pages.Shared;

/// <summary>
/// What was typed survives: a form that was refused, or came from a page of an older session, is shown again with its fields as they were
/// (filled in by <see cref="KeptFormTagHelper"/>). Works for every form of every page, with and without script.
/// </summary>
internal sealed class FormKeeper(KeptForms kept, ITempDataDictionaryFactory flashes) : IAsyncPageFilter, IAsyncAlwaysRunResultFilter
{
    private const string KeyOfKept = "isian";

    private const string IsStale
        = "Halaman itu dibuka sebelum Anda keluar atau masuk di tab lain. Isian Anda masih ada di bawah: periksa, lalu kirim lagi.";

    private const string IsBack = "Sesi Anda sempat berakhir. Isian Anda masih ada di bawah: periksa, lalu kirim lagi.";

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (HttpMethods.IsGet(http.Request.Method) && !http.Request.Headers.ContainsKey(StaffSessions.PollHeader) && IsSignedIn(http)
            && Guid.TryParse(Flash(http)[KeyOfKept]?.ToString(), CultureInfo.InvariantCulture, out var id))
            http.Items[typeof(KeptForm)] = await kept.TakeAsync(http.User.Actor().Id, id, http.RequestAborted);
        await next();
    }

    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        var isAnotherPage = context.HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null
            || context.HttpContext.Features.Get<IExceptionHandlerFeature>() is not null;
        if (HttpMethods.IsPost(context.HttpContext.Request.Method) && !isAnotherPage && IsSignedIn(context.HttpContext))
        {
            if (context.Result is IAntiforgeryValidationFailedResult) await ShowFreshAsync(context);
            else if (Flash(context.HttpContext).HasRefused()) await KeepAsync(context);
        }

        await next();
    }

    /// <summary>After a sign-in: has the page show what the end of the last session interrupted, when something was.</summary>
    public static async Task ShowInterruptedAsync(HttpContext http, Guid staffId)
    {
        var forms = http.RequestServices.GetRequiredService<KeptForms>();
        var flash = http.RequestServices.GetRequiredService<ITempDataDictionaryFactory>().GetTempData(http);
        if (await forms.TakeAsync(staffId, null, http.RequestAborted) is not { } form) return;
        flash[KeyOfKept] = await forms.KeepAsync(staffId, form, http.RequestAborted);
        flash.Refuse(IsBack);
        http.Items[KeyOfKept] = true;
    }

    private async Task KeepAsync(ResultExecutingContext context)
    {
        var http = context.HttpContext;
        if (!http.Request.HasFormContentType || http.Items.ContainsKey(KeyOfKept)) return;
        var form = TypedForms.Of(http.Request, await http.Request.ReadFormAsync(http.RequestAborted));
        if (context.Result is PageResult) http.Items[typeof(KeptForm)] = form;
        else if (context.Result is LocalRedirectResult or RedirectToPageResult)
            Flash(http)[KeyOfKept] = await kept.KeepAsync(http.User.Actor().Id, form, http.RequestAborted);
    }

    // Another site cannot lead here: its post carries no session, and what it typed is not kept.
    private async Task ShowFreshAsync(ResultExecutingContext context)
    {
        var http = context.HttpContext;
        if (!RequestOrigin.IsOwn(http.Request)) return;
        var flash = Flash(http);
        flash.Refuse(IsStale);
        if (await TypedForms.ReadAsync(http.Request) is { } form)
            flash[KeyOfKept] = await kept.KeepAsync(http.User.Actor().Id, form, http.RequestAborted);
        // What saves it for other requests has not begun when the token is looked at.
        flash.Save();
        var page = InterruptedRequests.PageOf(http.Request);
        if (http.Request.Headers.ContainsKey("HX-Request"))
        {
            http.Response.Headers["HX-Redirect"] = page;
            context.Result = new StatusCodeResult(StatusCodes.Status200OK);
        }
        else
        {
            context.Result = new LocalRedirectResult(page);
        }
    }

    private ITempDataDictionary Flash(HttpContext http) => flashes.GetTempData(http);

    private static bool IsSignedIn(HttpContext http) => http.User.Identity?.IsAuthenticated == true;
}
