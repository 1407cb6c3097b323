using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Dukcapil.Bot.Web.Pages.Shared;

/// <summary>
/// A post to a handler that the page does not have is not found. Razor Pages would show the page without having read anything for it.
/// </summary>
internal sealed class KnownHandlers : IPageFilter
{
    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var features = context.HttpContext.Features;
        var isAnotherPage = features.Get<IStatusCodeReExecuteFeature>() is not null || features.Get<IExceptionHandlerFeature>() is not null;
        if (context.HandlerMethod is null && HttpMethods.IsPost(context.HttpContext.Request.Method) && !isAnotherPage)
            context.Result = new NotFoundResult();
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
    }
}
