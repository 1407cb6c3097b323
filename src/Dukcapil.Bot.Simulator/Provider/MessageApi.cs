using System.Globalization;
using Dukcapil.Bot.Simulator.Chats;
using Dukcapil.Bot.Simulator.Faults;
using Dukcapil.Bot.Simulator.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace Dukcapil.Bot.Simulator.Provider;

/// <summary>The messages API: send, list, fetch, redact, delete.</summary>
internal sealed class MessageApi(
    IOptions<SimulatorOptions> options, PhoneBook book, ContentStore contents, FaultBoard faults, SendRate rate,
    DeliveryReports reports, Errands errands, TimeProvider time)
{
    private const int OptedOut = 21610;
    private readonly SimulatorOptions _options = options.Value;

    public static void Map(IEndpointRouteBuilder account)
    {
        account.MapPost("/Messages.json", (MessageApi api, HttpContext http) => api.SendAsync(http));
        account.MapGet("/Messages.json", (MessageApi api, HttpRequest request) => api.List(request));
        account.MapGet("/Messages/{sid}.json", (MessageApi api, string sid, HttpRequest request) => api.Fetch(sid, request));
        account.MapPost("/Messages/{sid}.json", (MessageApi api, string sid, HttpRequest request) => api.RedactAsync(sid, request));
        account.MapDelete("/Messages/{sid}.json", (PhoneBook book, string sid, HttpRequest request) =>
            book.Remove(sid) ? Results.NoContent() : ProviderAnswer.NotFound(request.Path));
    }

    private async Task<IResult> SendAsync(HttpContext http)
    {
        var (send, refusal) = SendRequest.Read(await http.Request.ReadFormAsync(http.RequestAborted), _options, contents);
        if (send is null) return refusal!;
        if (faults.Strike(FaultKind.Slow, send.Phone) is { } slow)
            await Task.Delay(TimeSpan.FromMilliseconds(slow.Milliseconds), time);
        if (faults.Strike(FaultKind.Latency, send.Phone) is { } latency) await Task.Delay(latency.Draw(), time);
        if (Before(send.Phone, http) is { } fault) return fault;
        var message = Accept(send);
        return After(send.Phone, http) ?? ProviderAnswer.Json(MessageJson.Of(message, _options), StatusCodes.Status201Created);
    }

    private IResult? Before(string phone, HttpContext http)
    {
        if ((faults.Strike(FaultKind.TooManyRequests, phone) ?? TooFast(phone)) is { } limit)
        {
            if (limit.RetryAfter > 0) http.Response.Headers.RetryAfter = $"{limit.RetryAfter}";
            return ProviderAnswer.Error(StatusCodes.Status429TooManyRequests, 20429, "Too Many Requests");
        }

        if (faults.Strike(FaultKind.ErrorBefore, phone) is not null) return Broken();
        if (book.IsStopped(phone)) return ProviderAnswer.Error(400, OptedOut, "Attempt to send to unsubscribed recipient");
        if (faults.Strike(FaultKind.Refuse, phone) is { } refuse) return ProviderAnswer.Error(400, refuse.Code, "Simulated refusal");
        return faults.Strike(FaultKind.DropBefore, phone) is null ? null : Drop(http);
    }

    private Fault? TooFast(string phone) =>
        faults.Strike(FaultKind.RateLimit, phone) is { } limit && !rate.Allows(limit.PerSecond) ? limit : null;

    private IResult? After(string phone, HttpContext http)
    {
        if (faults.Strike(FaultKind.ErrorAfter, phone) is not null) return Broken();
        return faults.Strike(FaultKind.DropAfter, phone) is null ? null : Drop(http);
    }

    private ChatMessage Accept(SendRequest send)
    {
        var (body, menu, failure) = send.Content?.Render(send.Variables) ?? (send.Body, null, null);
        var isOpen = book.IsWindowOpen(send.Phone) && faults.Strike(FaultKind.WindowClosed, send.Phone) is null;
        if (!isOpen && send.Content is not { IsApproved: true }) failure = 63016;
        failure ??= faults.Strike(FaultKind.FailDelivery, send.Phone)?.Code;
        var message = book.Add(new ChatMessage
        {
            Sid = MediaStore.NewSid(send.MediaUrls.Count > 0 ? "MM" : "SM"),
            Phone = send.Phone,
            FromResident = false,
            Body = body,
            Menu = menu,
            Attachments = send.MediaUrls.Select(url => new ChatAttachment(MediaStore.NewSid("ME"), "image/*", 0, url)).ToList(),
            Status = "queued",
            StatusCallback = send.StatusCallback,
        });
        errands.Start(() => reports.CarryAsync(message, failure));
        return message;
    }

    private static IResult Broken() => ProviderAnswer.Error(StatusCodes.Status500InternalServerError, 20500, "Internal Server Error");

    private static IResult Drop(HttpContext http)
    {
        http.Abort();
        return Results.Empty;
    }

    private IResult List(HttpRequest request)
    {
        var query = request.Query;
        var (to, from) = (query["To"].ToString(), query["From"].ToString());
        if (PhoneNumber.Read(to.Replace("whatsapp:", "", StringComparison.Ordinal)) is { } asked
            && faults.Strike(FaultKind.ListUnavailable, asked) is not null) return Broken();
        bool Passes(ChatMessage message)
        {
            var phone = PhoneNumber.Address(message.Phone);
            var (sender, receiver) = message.FromResident ? (phone, _options.From) : (_options.From, phone);
            return (to.Length == 0 || to == receiver) && (from.Length == 0 || from == sender) && IsWithin(message.At, query);
        }

        var size = int.TryParse(query["PageSize"], CultureInfo.InvariantCulture, out var wanted) ? Math.Clamp(wanted, 1, 1000) : 50;
        var page = int.TryParse(query["Page"], CultureInfo.InvariantCulture, out var number) ? Math.Max(number, 0) : 0;
        var found = book.Search(Passes);
        var hasNext = found.Count > (page + 1) * size;
        return ProviderAnswer.Json(new
        {
            Messages = found.Skip(page * size).Take(size).Select(message => MessageJson.Of(message, _options)),
            Page = page,
            PageSize = size,
            NextPageUri = hasNext ? NextPage(request, page + 1) : null,
            Uri = ProviderAnswer.Uri(request),
        });
    }

    private string NextPage(HttpRequest request, int page)
    {
        var rest = request.Query.Where(pair => pair.Key != "Page")
            .Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value.ToString()));
        return $"/2010-04-01/Accounts/{_options.AccountSid}/Messages.json{QueryString.Create([.. rest, new("Page", $"{page}")])}";
    }

    // The provider compares days, not moments; the sign belongs to the parameter's name.
    private static bool IsWithin(DateTimeOffset at, IQueryCollection query)
    {
        var day = DateOnly.FromDateTime(at.UtcDateTime);
        DateOnly? Day(string name) =>
            DateOnly.TryParse(query[name].ToString().Split('T')[0], CultureInfo.InvariantCulture, out var found) ? found : null;
        return (Day("DateSent") ?? day) == day && (Day("DateSent>") ?? day) <= day && (Day("DateSent<") ?? day) >= day;
    }

    private IResult Fetch(string sid, HttpRequest request) =>
        book.Find(sid) is { } message ? ProviderAnswer.Json(MessageJson.Of(message, _options)) : ProviderAnswer.NotFound(request.Path);

    private async Task<IResult> RedactAsync(string sid, HttpRequest request)
    {
        var body = (await request.ReadFormAsync(request.HttpContext.RequestAborted))["Body"].ToString();
        return book.Change(sid, message => message with { Body = body }) is { } changed
            ? ProviderAnswer.Json(MessageJson.Of(changed, _options))
            : ProviderAnswer.NotFound(request.Path);
    }
}
