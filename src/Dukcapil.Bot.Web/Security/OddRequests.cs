using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Dukcapil.Bot.Web.Security;

/// <summary>Rejects requests that no page of ours makes, before anything else handles them.</summary>
internal static class OddRequests
{
    private const string Known = "GET, HEAD, POST";

    /// <summary>
    /// A NUL in an address is a bad request (400): no text of the database may hold one. Forms are looked at by <c>ReadableForms</c>.
    /// </summary>
    public static void UseReadableAddresses(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var request = context.Request;
        var query = request.QueryString.Value ?? "";
        if (!query.Contains("%00", StringComparison.Ordinal) && !query.Contains('\0')
            && request.Path.Value?.Contains('\0') != true) return next(context);
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    });

    /// <summary>
    /// A method that no page knows (PUT, TRACE …) is answered with 405 and those that are. After routing, and once it is known who asks.
    /// </summary>
    public static void UseKnownMethods(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var method = context.Request.Method;
        var isPage = context.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is not null;
        var isAnotherPage = context.Features.Get<IStatusCodeReExecuteFeature>() is not null
            || context.Features.Get<IExceptionHandlerFeature>() is not null;
        if (!isPage || isAnotherPage || HttpMethods.IsGet(method) || HttpMethods.IsHead(method)
            || HttpMethods.IsPost(method)) return next(context);
        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        context.Response.Headers.Allow = Known;
        return Task.CompletedTask;
    });
}
