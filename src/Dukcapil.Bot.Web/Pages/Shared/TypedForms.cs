using Dukcapil.Bot.Core.Staff;
using Dukcapil.Bot.Web.Security;

namespace Dukcapil.Bot.Web.Pages.Shared;

/// <summary>Reads what was typed into a posted form, to keep it.</summary>
internal static class TypedForms
{
    /// <summary>Longest form that is kept, in bytes; a longer one carries a file, which its page asks for again.</summary>
    private const int Longest = 100_000;

    private static readonly string[] Never = ["__RequestVerificationToken", "Password"];

    /// <summary>The form of a request; null when there is none, it is too long, or another site had it posted: nobody puts words into an officer's form.</summary>
    public static async Task<KeptForm?> ReadAsync(HttpRequest request)
    {
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType || !(request.ContentLength <= Longest) || !RequestOrigin.IsOwn(request)) return null;
        try
        {
            return Of(request, await request.ReadFormAsync(request.HttpContext.RequestAborted));
        }
        catch (InvalidDataException)
        {
            return null; // No form that a page of ours sends: nothing typed that could be lost.
        }
    }

    /// <summary>The typed fields of a form that was read already.</summary>
    public static KeptForm Of(HttpRequest request, IFormCollection form) => new(
        request.PathBase + request.Path + request.QueryString,
        form.Where(field => !Never.Contains(field.Key, StringComparer.Ordinal))
            .ToDictionary(field => field.Key, field => field.Value.Select(value => value ?? "").ToArray(), StringComparer.Ordinal));
}
