using Dukcapil.Bot.Core.Messaging.Incidents;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Dukcapil.Bot.Core.MessageOperations;

/// <summary>Opens the incidents that the rules find and closes those that are over. Any replica may do it.</summary>
public sealed class MessageWatch(WatchFigureReader reader, IncidentBook book, IOptions<WatchOptions> options, ILogger<MessageWatch> logger)
{
    /// <summary>Looks once. Returns how many incidents of the rules are open.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var findings = WatchRules.Judge(await reader.ReadAsync(options.Value, cancellationToken), options.Value);
        foreach (var finding in findings)
        {
            if (await book.OpenAsync(finding.Kind, "", finding.Detail, cancellationToken))
                logger.LogWarning("Incident {Kind} begins", finding.Kind);
        }

        foreach (var kind in WatchRules.Kinds.Except(findings.Select(finding => finding.Kind), StringComparer.Ordinal))
        {
            if (await book.CloseAsync(kind, "", cancellationToken))
                logger.LogInformation("Incident {Kind} is over", kind);
        }

        return findings.Count;
    }
}
