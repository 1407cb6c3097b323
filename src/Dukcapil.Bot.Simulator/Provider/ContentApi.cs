using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Dukcapil.Bot.Simulator.Provider;

/// <summary>The Content API: <c>/v1/Content</c> and approvals.</summary>
internal static class ContentApi
{
    public static void Map(IEndpointRouteBuilder provider)
    {
        provider.MapPost("/v1/Content", CreateAsync);
        provider.MapGet("/v1/Content", (ContentStore store) => ProviderAnswer.Json(
            new { Contents = store.All().Select(Shape), Meta = new { NextPageUrl = (string?)null } }));
        provider.MapGet("/v1/Content/{sid}", (string sid, ContentStore store, HttpRequest request) =>
            store.Find(sid) is { } content ? ProviderAnswer.Json(Shape(content)) : ProviderAnswer.NotFound(request.Path));
        provider.MapDelete("/v1/Content/{sid}", (string sid, ContentStore store, HttpRequest request) =>
            store.Delete(sid) ? Results.NoContent() : ProviderAnswer.NotFound(request.Path));
        provider.MapPost("/v1/Content/{sid}/ApprovalRequests/whatsapp", SubmitAsync);
        provider.MapGet("/v1/Content/{sid}/ApprovalRequests", (string sid, ContentStore store, HttpRequest request) =>
            store.Find(sid) is { } content
                ? ProviderAnswer.Json(
                    new { content.Sid, Whatsapp = new { content.Name, Status = content.Approval, RejectionReason = content.Reason } })
                : ProviderAnswer.NotFound(request.Path));
    }

    private static async Task<IResult> SubmitAsync(string sid, HttpRequest request, ContentStore store, CancellationToken cancel)
    {
        if (store.Find(sid) is not { } content) return ProviderAnswer.NotFound(request.Path);
        if (!content.CanBeApproved) return ProviderAnswer.Error(400, 20001, "List pickers cannot be submitted for approval");
        var wish = await SimulatorJson.ReadAsync<ApprovalWish>(request, cancel);
        if (wish?.Name is not { Length: > 0 and <= 512 } name
            || !name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '_'))
            return ProviderAnswer.Error(400, 20001, "name must be lower-case letters, digits and underscores");
        if (wish.Category is not ("UTILITY" or "MARKETING" or "AUTHENTICATION"))
            return ProviderAnswer.Error(400, 20001, "category is not known");
        return store.Submit(sid, name) is { } submitted
            ? ProviderAnswer.Json(
                new { submitted.Name, wish.Category, Status = "received", RejectionReason = "" }, StatusCodes.Status201Created)
            : ProviderAnswer.Error(400, 20001, "The name is taken");
    }

    private static async Task<IResult> CreateAsync(HttpRequest request, ContentStore store, CancellationToken cancel)
    {
        try
        {
            using var json = await JsonDocument.ParseAsync(request.Body, cancellationToken: cancel);
            if (ContentRecord.Problem(json.RootElement) is { } problem) return ProviderAnswer.Error(400, 20001, problem);
            return store.Create(json.RootElement) is { } content
                ? ProviderAnswer.Json(Shape(content), StatusCodes.Status201Created)
                : ProviderAnswer.Error(400, 20001, "Too many templates");
        }
        catch (JsonException)
        {
            return ProviderAnswer.Error(400, 20001, "The body is no JSON");
        }
    }

    private static object Shape(ContentRecord content)
    {
        JsonElement? Member(string name) => content.Definition.TryGetProperty(name, out var value) ? value : null;
        var date = content.CreatedAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        return new
        {
            content.Sid,
            FriendlyName = Member("friendly_name"),
            Language = Member("language"),
            Variables = Member("variables"),
            Types = Member("types"),
            DateCreated = date,
            DateUpdated = date,
        };
    }

    private sealed record ApprovalWish(string? Name, string? Category);
}
