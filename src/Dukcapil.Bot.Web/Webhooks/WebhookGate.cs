using System.Diagnostics.Metrics;
using Dukcapil.Bot.Core.Messaging.Provider;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Twilio.Security;

namespace Dukcapil.Bot.Web.Webhooks;

/// <summary>
/// Authenticates webhooks: signed by the provider, and for this office's account and sender. Refused ones are counted by reason
/// (<c>dukcapil.webhooks.refused</c>); nothing of them is logged, since the caller chooses what they hold.
/// </summary>
internal sealed class WebhookGate(TwilioSignature signature, IOptions<TwilioOptions> options, IMeterFactory meters)
{
    /// <summary>Meter of the host.</summary>
    internal const string MeterName = "Dukcapil.Bot";

    /// <summary>Answer to a refused webhook.</summary>
    internal static readonly IResult Refused = Results.StatusCode(StatusCodes.Status403Forbidden);

    private readonly Counter<long> _refused =
        meters.Create(MeterName).CreateCounter<long>("dukcapil.webhooks.refused", "{webhook}", "Webhooks refused, by reason.");

    /// <summary>The form of a webhook; null when it is refused.</summary>
    /// <param name="http">The request.</param>
    /// <param name="objection">Why a signed form is not ours, or null.</param>
    public async Task<TwilioForm?> ReadAsync(HttpContext http, Func<TwilioForm, TwilioOptions, string?> objection)
    {
        var form = await TwilioForm.ReadAsync(http.Request.Body, http.Request.ContentLength, cancel: http.RequestAborted);
        var reason = form is null ? "size" : !IsSigned(http, form) ? "signature" : objection(form, options.Value);
        if (reason is null) return form;
        _refused.Add(1, KeyValuePair.Create<string, object?>("reason", reason));
        return null;
    }

    private bool IsSigned(HttpContext http, TwilioForm form)
    {
        var target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var headers = http.Request.Headers;
        return signature.Covers(target, form, headers[TwilioSignature.Header], headers[RequestValidator.SignatureSettingsHeader]);
    }
}
