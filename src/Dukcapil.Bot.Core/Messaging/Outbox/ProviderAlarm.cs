using System.Globalization;
using Dukcapil.Bot.Core.Messaging.Incidents;
using Dukcapil.Bot.Core.Messaging.Provider;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Dukcapil.Bot.Core.Messaging.Outbox;

/// <summary>
/// Failures that concern every message, such as refused credentials: an incident that stays open until a message gets through again.
/// Then everything that was held for it may go.
/// </summary>
public sealed class ProviderAlarm(
    NpgsqlDataSource source, IncidentBook incidents, FailureCatalogue failures, OutboxSignal signal, TimeProvider time, ILogger<ProviderAlarm> logger)
{
    private const string Release
        = "update outbox set not_before = $1, updated_at = $1 where status = 'pending' and not_before > $1 and error_code = any($2)";

    // A host that has just started does not know what the one before it left open.
    private volatile bool _mayBeOpen = true;

    /// <summary>The provider refused a message with a code of the class alarm.</summary>
    public async Task RaiseAsync(int code, CancellationToken cancellationToken)
    {
        var explanation = failures.For(code).Explanation;
        var subject = code.ToString(CultureInfo.InvariantCulture);
        if (await incidents.OpenAsync(
            IncidentKinds.Refused, subject, $"Penyedia menolak pesan dengan kode {code}: {explanation}", cancellationToken))
            logger.LogCritical("The provider refuses messages with code {Code}: {Explanation}", code, explanation);
        _mayBeOpen = true;
    }

    /// <summary>
    /// A message reached a phone. That the provider accepted one would not prove enough: some of these failures come after it.
    /// </summary>
    public async Task ClearAsync(CancellationToken cancellationToken)
    {
        if (!_mayBeOpen) return;
        _mayBeOpen = false;
        if (await incidents.CloseAllAsync(IncidentKinds.Refused, cancellationToken) > 0) await ReleaseAsync(cancellationToken);
    }

    private async Task ReleaseAsync(CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(Release);
        command.Parameters.Add(new() { Value = time.GetUtcNow() });
        command.Parameters.Add(
            new() { Value = failures.Entries.Where(entry => entry.Class == FailureClass.Alarm).Select(entry => entry.Code).ToArray() });
        var released = await command.ExecuteNonQueryAsync(cancellationToken);
        if (released > 0) logger.LogInformation("{Count} messages that were held go out now", released);
        signal.Signal.Raise();
    }
}
