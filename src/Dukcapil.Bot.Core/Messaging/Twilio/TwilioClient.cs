using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Dukcapil.Bot.Core.Messaging.Twilio;

/// <summary>
/// The few calls of the messages API that are used (<c>twilio-whatsapp.md</c> §3). <see cref="SendAsync"/> never throws for what the
/// provider or the network did; the other calls are safe to repeat and throw <see cref="HttpRequestException"/>.
/// </summary>
public sealed class TwilioClient(TwilioRest rest, IOptions<TwilioOptions> options, FailureCatalogue failures)
{
    /// <summary>No day of this office has so many pages; a list that goes on further does not end.</summary>
    private const int MostPages = 500;
    private static readonly TimeSpan DefaultPause = TimeSpan.FromSeconds(2);

    /// <summary>Hands one message over and says what is certain about it.</summary>
    public async Task<SendOutcome> SendAsync(OutgoingSend send, CancellationToken cancel = default)
    {
        using var form = new FormUrlEncodedContent(Parameters(send));
        try
        {
            return Judge(await rest.CallAsync(HttpMethod.Post, rest.AccountUrl("Messages.json"), form, cancel));
        }
        catch (HttpRequestException fault) when (fault.HttpRequestError is HttpRequestError.NameResolutionError
                                                     or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError)
        {
            return new SendOutcome.RetryLater(DefaultPause, 0); // No connection, so no request: nothing can have been accepted.
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            return new SendOutcome.Unknown("the connection broke");
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new SendOutcome.Unknown("no answer in time");
        }
    }

    /// <summary>Makes the call of a send to an address that refuses it, so that what it uses is compiled and connected. Sends nothing.</summary>
    public async Task RehearseAsync(string refusing, CancellationToken cancel)
    {
        using var form = new FormUrlEncodedContent(Parameters(new OutgoingSend { To = "-", Body = "-" }));
        Judge(await rest.CallAsync(HttpMethod.Post, refusing, form, cancel));
    }

    /// <summary>
    /// Every message of a query, newest first, for reconciling unknown sends and missed webhooks. Pages are read until one is older than
    /// what was asked for, because the provider filters by day only.
    /// </summary>
    /// <exception cref="HttpRequestException">A page could not be read even at the fourth try: nothing is concluded from a part.</exception>
    /// <exception cref="EndlessListException">The list did not end.</exception>
    public async Task<IReadOnlyList<ProviderMessage>> ListAsync(MessageQuery query, CancellationToken cancel = default)
    {
        var since = DateTimeOffset.FromUnixTimeSeconds(query.Since.ToUnixTimeSeconds());
        var url = rest.AccountUrl("Messages.json?" + Filters(query, since));
        var found = new List<ProviderMessage>();
        for (var page = 0; page < MostPages; page++)
        {
            var reply = await rest.ReadAsync(url, cancel);
            var listed = MessagesOf(reply);
            found.AddRange(listed.Where(message => message.CreatedAt >= since));
            var isPastSpan = listed.Count > 0 && listed.TrueForAll(message => message.CreatedAt < since);
            if (isPastSpan || reply.Text("next_page_uri") is not { Length: > 0 } next || !next.StartsWith('/')) return found;
            url = rest.PageUrl(next);
        }

        throw new EndlessListException(MostPages);
    }

    private static List<ProviderMessage> MessagesOf(TwilioReply reply) =>
        reply.Json.TryGetProperty("messages", out var messages) && messages.ValueKind == JsonValueKind.Array
            ? messages.EnumerateArray().Select(ProviderMessage.Read).OfType<ProviderMessage>().ToList()
            : [];

    /// <summary>One message's record; null when the provider has none.</summary>
    public async Task<ProviderMessage?> FetchMessageAsync(string messageSid, CancellationToken cancel = default)
    {
        var reply = await rest.CallAsync(HttpMethod.Get, rest.AccountUrl($"Messages/{Segment(messageSid)}.json"), null, cancel);
        if (reply.Status == HttpStatusCode.NotFound) return null;
        if (reply.Succeeded) return ProviderMessage.Read(reply.Json);
        throw new HttpRequestException($"The provider answered {(int)reply.Status}, code {reply.Code}", null, reply.Status);
    }

    /// <summary>The photos and files of a message whose webhook was missed.</summary>
    public async Task<IReadOnlyList<InboundMedia>> ListMediaAsync(string messageSid, CancellationToken cancel = default)
    {
        var messageUrl = rest.AccountUrl($"Messages/{Segment(messageSid)}");
        var reply = await rest.ReadAsync(messageUrl + "/Media.json", cancel);
        if (!reply.Json.TryGetProperty("media_list", out var list) || list.ValueKind != JsonValueKind.Array) return [];
        return list.EnumerateArray()
            .Where(item => ProviderMessage.Text(item, "sid") is not null)
            .Select(item => new InboundMedia(
                $"{messageUrl}/Media/{Segment(ProviderMessage.Text(item, "sid")!)}",
                InboundKinds.PlainType(ProviderMessage.Text(item, "content_type"))))
            .ToList();
    }

    /// <summary>Deletes one photo or file at the provider; what is gone already counts as deleted.</summary>
    public Task DeleteMediaAsync(string messageSid, string mediaSid, CancellationToken cancel = default) =>
        rest.DeleteAsync(rest.AccountUrl($"Messages/{Segment(messageSid)}/Media/{Segment(mediaSid)}.json"), cancel);

    private SendOutcome Judge(TwilioReply reply)
    {
        if (reply.Succeeded)
        {
            return reply.Text("sid") is { Length: > 0 } sid
                ? new SendOutcome.Accepted(sid, DeliveryStatusOrder.Read(reply.Text("status")))
                : new SendOutcome.Unknown("accepted without an id");
        }

        return reply.Status switch
        {
            HttpStatusCode.TooManyRequests => new SendOutcome.RetryLater(reply.RetryAfter ?? DefaultPause, reply.Code),
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new SendOutcome.Refused(reply.Code, FailureClass.Alarm),
            HttpStatusCode.RequestTimeout => new SendOutcome.Unknown("the provider answered 408"),
            >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError =>
                new SendOutcome.Refused(reply.Code, failures.For(reply.Code).Class),
            _ => new SendOutcome.Unknown($"the provider answered {(int)reply.Status}"),
        };
    }

    private IEnumerable<KeyValuePair<string, string>> Parameters(OutgoingSend send)
    {
        yield return new("To", send.To);
        if (options.Value.From.Length > 0) yield return new("From", options.Value.From);
        if (options.Value.MessagingServiceSid.Length > 0) yield return new("MessagingServiceSid", options.Value.MessagingServiceSid);
        if (send.ContentSid is { } content)
        {
            yield return new("ContentSid", content);
            if (send.ContentVariables.Count > 0) yield return new("ContentVariables", JsonSerializer.Serialize(send.ContentVariables));
        }
        else
        {
            yield return new("Body", send.Body ?? "");
            if (send.MediaUrl is { } media) yield return new("MediaUrl", media);
        }

        if (send.StatusCallback is { } callback) yield return new("StatusCallback", callback);
        if (send.Validity is { } validity)
            yield return new("ValidityPeriod", Math.Clamp((int)validity.TotalSeconds, 1, 36000).ToString(CultureInfo.InvariantCulture));
    }

    private static string Filters(MessageQuery query, DateTimeOffset since)
    {
        var filters = $"PageSize=200&DateSent%3E={since.UtcDateTime:yyyy-MM-dd}";
        if (query.To is { } to) filters += "&To=" + Uri.EscapeDataString(to);
        if (query.From is { } from) filters += "&From=" + Uri.EscapeDataString(from);
        return filters;
    }

    private static string Segment(string sid) => Uri.EscapeDataString(sid);
}
