using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Twilio.Http;
using Twilio.Rest;
using Twilio.Rest.Api.V2010.Account;
using Twilio.Rest.Api.V2010.Account.Message;
using Twilio.Types;

namespace Dukcapil.Bot.Core.Messaging.Provider;

/// <summary>
/// The few calls of the messages API that are used. <see cref="SendAsync"/> never throws for what the provider or the network did; the
/// other calls are safe to repeat and throw <see cref="ProviderException"/>.
/// </summary>
public sealed class MessageClient(TwilioAccount account, IOptions<TwilioOptions> options, FailureCatalogue failures)
{
    /// <summary>No day of this office has so many pages; a list that goes on further does not end.</summary>
    private const int MostPages = 500;
    private const int PageSize = 200;
    private const int LongestValidity = 36000;
    private static readonly Twilio.Http.HttpMethod Get = Twilio.Http.HttpMethod.Get;

    /// <summary>Hands one message over, once, and says what is certain about it; a send that was cancelled is unknown.</summary>
    public Task<SendOutcome> SendAsync(OutgoingSend send, CancellationToken cancellationToken = default) =>
        HandOverAsync(send, account.Open(cancellationToken));

    /// <summary>
    /// Makes the call of a send to an address that refuses it, so that what it uses is compiled and connected. Sends nothing.
    /// </summary>
    public Task RehearseAsync(string refusing, CancellationToken cancellationToken)
    {
        MessageResource.FromJson("{}");
        return HandOverAsync(new OutgoingSend { To = "-", Body = "-" }, account.Open(refusing, cancellationToken));
    }

    /// <summary>
    /// Every message of a query, newest first, for reconciling unknown sends and missed webhooks. Pages are read until one is older than
    /// what was asked for, because the provider filters by day only.
    /// </summary>
    /// <exception cref="ProviderException">A page could not be read even at the fourth try: nothing is concluded from a part.</exception>
    /// <exception cref="EndlessListException">The list did not end.</exception>
    public async Task<IReadOnlyList<MessageResource>> ListAsync(MessageQuery query, CancellationToken cancellationToken = default)
    {
        var since = DateTimeOffset.FromUnixTimeSeconds(query.Since.ToUnixTimeSeconds());
        var request = new Request(Get, Domain.Api, account.Path("/Messages.json"), queryParams: Filters(query, since));
        var found = new List<MessageResource>();
        for (var n = 0; n < MostPages; n++)
        {
            var page = await account.ReadPageAsync<MessageResource>("messages", request, cancellationToken);
            found.AddRange(page.Records.Where(message => message.Sid is { Length: > 0 } && message.MadeAt() >= since));
            var isPastSpan = page.Records.Count > 0 && page.Records.TrueForAll(message => message.MadeAt() < since);
            if (isPastSpan || !page.HasNextPage()) return found;
            request = new Request(Get, page.GetNextPageUrl(Domain.Api));
        }

        throw new EndlessListException(MostPages);
    }

    /// <summary>The photos and files of a message whose webhook was missed.</summary>
    public async Task<IReadOnlyList<InboundMedia>> ListMediaAsync(string messageSid, CancellationToken cancellationToken = default)
    {
        var request = new Request(Get, Domain.Api, account.Path($"/Messages/{messageSid}/Media.json"));
        var page = await account.ReadPageAsync<MediaResource>("media_list", request, cancellationToken);
        return page.Records.Where(media => media.Sid is { Length: > 0 }).Select(MediaOf).ToList();

        InboundMedia MediaOf(MediaResource media) =>
            new(account.Url($"/Messages/{messageSid}/Media/{media.Sid}"), InboundKinds.PlainType(media.ContentType));
    }

    /// <summary>Deletes one photo or file at the provider; what is gone already counts as deleted.</summary>
    public async Task DeleteMediaAsync(string messageSid, string mediaSid, CancellationToken cancellationToken = default)
    {
        try
        {
            await account.CallAsync(client => MediaResource.DeleteAsync(messageSid, mediaSid, client: client), cancellationToken);
        }
        catch (ProviderException gone) when (gone.StatusCode == HttpStatusCode.NotFound)
        {
            // Deleted before, by hand or by a run that was cut off.
        }
    }

    private async Task<SendOutcome> HandOverAsync(OutgoingSend send, ProviderCall call)
    {
        var creation = Creation(send);
        try
        {
            var message = await MessageResource.CreateAsync(creation, call.Client);
            return SendVerdict.Of(call.End(null), message, failures);
        }
        catch (Exception fault)
        {
            // All of them: the library throws whatever its JSON reader does, and none of that tells whether the message was taken.
            return SendVerdict.Of(call.End(fault), null, failures);
        }
    }

    private CreateMessageOptions Creation(OutgoingSend send)
    {
        var creation = new CreateMessageOptions(send.To);
        if (options.Value.From.Length > 0) creation.From = options.Value.From;
        if (options.Value.MessagingServiceSid.Length > 0) creation.MessagingServiceSid = options.Value.MessagingServiceSid;
        if (send.ContentSid is { } content)
        {
            creation.ContentSid = content;
            if (send.ContentVariables.Count > 0) creation.ContentVariables = JsonSerializer.Serialize(send.ContentVariables);
        }
        else
        {
            creation.Body = send.Body ?? "";
            if (send.MediaUrl is { } media) creation.MediaUrl = [new Uri(media, UriKind.RelativeOrAbsolute)];
        }

        if (send.StatusCallback is { } callback) creation.StatusCallback = new Uri(callback, UriKind.RelativeOrAbsolute);
        if (send.Validity is { } validity) creation.ValidityPeriod = Math.Clamp((int)validity.TotalSeconds, 1, LongestValidity);
        return creation;
    }

    private static List<KeyValuePair<string, string>> Filters(MessageQuery query, DateTimeOffset since) =>
        new ReadMessageOptions
        {
            To = query.To is { } to ? new PhoneNumber(to) : null,
            From = query.From is { } from ? new PhoneNumber(from) : null,
            DateSentAfter = since.UtcDateTime.Date,
            PageSize = PageSize,
        }.GetParams();
}
