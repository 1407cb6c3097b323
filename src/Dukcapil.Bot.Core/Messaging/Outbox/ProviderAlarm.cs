using System.Globalization;
using Dukcapil.Bot.Core.Messaging.Incidents;
using Dukcapil.Bot.Core.Messaging.Twilio;
using Microsoft.Extensions.Logging;

namespace Dukcapil.Bot.Core.Messaging.Outbox;

/// <summary>
/// Failures that concern every message, such as refused credentials: an incident that stays open until a message gets through again.
/// </summary>
public sealed class ProviderAlarm(IncidentBook incidents, FailureCatalogue failures, ILogger<ProviderAlarm> logger)
{
    // A host that has just started does not know what the one before it left open.
    private volatile bool _mayBeOpen = true;

    /// <summary>The provider refused a message with a code of the class alarm.</summary>
    public async Task RaiseAsync(int code, CancellationToken cancellation)
    {
        var explanation = failures.For(code).Explanation;
        var subject = code.ToString(CultureInfo.InvariantCulture);
        if (await incidents.OpenAsync(IncidentKinds.Refused, subject, $"Penyedia menolak pesan dengan kode {code}: {explanation}", cancellation))
            logger.LogCritical("The provider refuses messages with code {Code}: {Explanation}", code, explanation);
        _mayBeOpen = true;
    }

    /// <summary>A message reached a phone. That the provider accepted one would not prove enough: some of these failures come after it.</summary>
    public async Task ClearAsync(CancellationToken cancellation)
    {
        if (!_mayBeOpen) return;
        _mayBeOpen = false;
        await incidents.CloseAllAsync(IncidentKinds.Refused, cancellation);
    }
}
