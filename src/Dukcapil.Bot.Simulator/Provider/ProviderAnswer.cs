using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Dukcapil.Bot.Simulator.Provider;

/// <summary>Answers in the provider's shape: snake case, nulls written out, errors with code and link.</summary>
internal static class ProviderAnswer
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static IResult Json(object value, int status = StatusCodes.Status200OK) => Results.Json(value, Options, statusCode: status);

    public static IResult Error(int status, int code, string message) =>
        Json(new { Code = code, Message = message, MoreInfo = $"https://www.twilio.com/docs/errors/{code}", Status = status }, status);

    /// <summary>Where a page of a list is, as the provider names it: from its own host on.</summary>
    public static string Uri(HttpRequest request) =>
        request.Path.Value!.Replace(SimulatorServices.ProviderPrefix, "", StringComparison.Ordinal) + request.QueryString;

    public static IResult NotFound(string path) =>
        Error(StatusCodes.Status404NotFound, 20404, $"The requested resource {path} was not found");
}
