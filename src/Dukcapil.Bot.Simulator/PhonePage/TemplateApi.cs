using Dukcapil.Bot.Simulator.Provider;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Dukcapil.Bot.Simulator.PhonePage;

/// <summary>
/// <c>/simulator/api/contents</c>: templates submitted for approval, which a tester approves or rejects in WhatsApp's place.
/// </summary>
internal static class TemplateApi
{
    private static readonly string[] States = ["received", "pending", "approved", "rejected", "paused", "disabled"];

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/contents", (ContentStore contents) => SimulatorJson.Answer(contents.All().Where(content => content.Name.Length > 0)
            .Select(content => new
            {
                content.Sid,
                content.Name,
                content.Body,
                status = content.Approval,
                content.Reason,
            })));
        api.MapPost("/contents/{sid}/approval/{status}", (string sid, string status, ContentStore contents, string? reason) =>
        {
            if (!States.Contains(status, StringComparer.Ordinal)) return Results.BadRequest();
            return contents.Decide(sid, status, reason ?? "") is null ? Results.NotFound() : Results.NoContent();
        });
    }
}
