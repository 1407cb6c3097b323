using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace Dukcapil.Bot.Simulator;

/// <summary>How the simulator's own API writes JSON: camel case, enums as words, nothing for null.</summary>
internal static class SimulatorJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static IResult Answer(object value, int status = StatusCodes.Status200OK) => Results.Json(value, Options, statusCode: status);

    public static async Task<T?> ReadAsync<T>(HttpRequest request, CancellationToken cancel)
        where T : class
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<T>(request.Body, Options, cancel);
        }
        catch (JsonException)
        {
            return null; // Every caller answers 400 to null.
        }
    }
}
