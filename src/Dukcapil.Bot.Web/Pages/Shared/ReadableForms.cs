using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Dukcapil.Bot.Web.Pages.Shared;

/// <summary>
/// A form field, its name or a file's name with a NUL in it is a bad request (400): no text of the database may hold one.
/// </summary>
internal sealed class ReadableForms : IPageFilter
{
    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var request = context.HttpContext.Request;
        var features = context.HttpContext.Features;
        var isAnotherPage = features.Get<IStatusCodeReExecuteFeature>() is not null || features.Get<IExceptionHandlerFeature>() is not null;
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType || isAnotherPage) return;
        try
        {
            var form = request.Form;
            if (form.Any(field => Holds(field.Key) || field.Value.Any(Holds)) || form.Files.Any(file => Holds(file.FileName)))
                context.Result = new BadRequestResult();
        }
        catch (InvalidDataException)
        {
            context.Result = new BadRequestResult(); // The framework refuses it in a form that is no upload.
        }
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
    }

    private static bool Holds(string? text) => text?.Contains('\0') == true;
}
