using Dukcapil.Bot.Core.Messaging.Inbox;
using Dukcapil.Bot.Core.Messaging.Incidents;
using Dukcapil.Bot.Core.Messaging.Provider;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using NpgsqlTypes;
using Twilio.Rest.Api.V2010.Account;

namespace Dukcapil.Bot.Core.Conversations;

/// <summary>
/// Finds in the provider's list what the webhook missed and hands it in at the same door, oldest first. The provider repeats a webhook
/// for seconds only; without this an outage would lose messages. Several hosts may do it at once: a message is taken once by its id.
/// </summary>
public sealed class MissedMessages(
    NpgsqlDataSource source, MessageClient twilio, TurnService turns, IncidentBook incidents, IOptions<TwilioOptions> sender, IOptions<MissedOptions> options,
    TimeProvider time, ILogger<MissedMessages> logger)
{
    private const string EndlessList =
        "Catatan pesan masuk di penyedia tidak terbaca sampai akhir, sehingga pesan yang terlewat tidak dapat dicari. Periksa catatan pesan di Twilio dan hubungi pengelola program.";

    // Without a comparison yet, the newest message that came in time is as far as nothing can have been missed.
    private const string ComparedUntil = """
        select coalesce((select compared_until from inbox_comparison), (select max(received_at) from inbox))
        """;

    private const string NoteCompared = """
        insert into inbox_comparison (compared_until) values ($1)
        on conflict (only_row) do update set compared_until = greatest(inbox_comparison.compared_until, excluded.compared_until)
        """;

    /// <summary>Compares the list since the last comparison with the inbox, and takes in what is missing.</summary>
    /// <exception cref="HttpRequestException">The list could not be read; the next run begins where this one did.</exception>
    public async Task<MissedResult> RunAsync(CancellationToken cancellationToken)
    {
        var settings = options.Value;
        var until = time.GetUtcNow() - settings.Grace;
        var listed = await ListWholeAsync(await SinceAsync(cancellationToken), until, cancellationToken);
        var unknown = await InboxStore.FindUnknownAsync(source, listed.Select(message => message.Sid).ToArray(), cancellationToken);
        var missed = listed.Where(message => unknown.Contains(message.Sid)).ToList();
        var left = await TakeAllAsync(missed, cancellationToken);
        if (left == 0) await NoteAsync(until, cancellationToken);
        if (missed.Count > 0) logger.LogWarning(
            "{Missed} messages had been missed; {Left} of them could not be taken in yet", missed.Count, left);
        return new MissedResult(listed.Count, missed.Count - left, left);
    }

    /// <summary>Takes messages in; returns how many could not be. What follows such a message of the same resident waits with it.</summary>
    private async Task<int> TakeAllAsync(List<MessageResource> missed, CancellationToken cancellationToken)
    {
        var left = 0;
        var blocked = new HashSet<string>(StringComparer.Ordinal);
        foreach (var message in missed)
        {
            if (blocked.Contains(message.Sender()) || !await TakeAsync(message, cancellationToken))
            {
                blocked.Add(message.Sender());
                left++;
            }
        }

        return left;
    }

    private async Task<bool> TakeAsync(MessageResource message, CancellationToken cancellationToken)
    {
        try
        {
            var media = message.HasFiles() ? await twilio.ListMediaAsync(message.Sid, cancellationToken) : [];
            await turns.ReceiveAsync(InboundTranslation.Of(message, media), cancellationToken);
            return true;
        }
        catch (HttpRequestException fault)
        {
            logger.LogWarning("The files of the missed message {MessageSid} cannot be listed yet: {Status}", message.Sid, fault.StatusCode);
            return false;
        }
    }

    /// <summary>A list that does not end hides messages: people are told, and the comparison does not count as made.</summary>
    private async Task<List<MessageResource>> ListWholeAsync(
        DateTimeOffset since, DateTimeOffset until, CancellationToken cancellationToken)
    {
        try
        {
            var listed = await ListAsync(since, until, cancellationToken);
            await incidents.CloseAsync(IncidentKinds.LongList, "", cancellationToken);
            return listed;
        }
        catch (EndlessListException fault)
        {
            if (await incidents.OpenAsync(IncidentKinds.LongList, "", EndlessList, cancellationToken)) logger.LogError(
                fault, "Missed messages cannot be looked for");
            throw;
        }
    }

    private async Task<List<MessageResource>> ListAsync(DateTimeOffset since, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var own = sender.Value.From.Length > 0 ? sender.Value.From : null;
        var listed = await twilio.ListAsync(new MessageQuery(since, To: own), cancellationToken);
        // The list begins with the newest; times are whole seconds, so its order decides between messages of one second.
        return listed.Where(message => message.IsInbound() && message.MadeAt() <= until && InboundTranslation.IsWhatsApp(message))
            .Reverse().OrderBy(message => message.MadeAt()).ToList();
    }

    private async Task<DateTimeOffset> SinceAsync(CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(ComparedUntil);
        var furthest = time.GetUtcNow() - options.Value.LookBack;
        if (await command.ExecuteScalarAsync(cancellationToken) is not DateTime compared) return furthest;
        var since = new DateTimeOffset(compared) - options.Value.Overlap;
        return since > furthest ? since : furthest;
    }

    private async Task NoteAsync(DateTimeOffset until, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(NoteCompared);
        command.Parameters.Add(new() { Value = until, NpgsqlDbType = NpgsqlDbType.TimestampTz });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}

/// <summary>What one comparison found.</summary>
/// <param name="Listed">Messages in the provider's list.</param>
/// <param name="Taken">Missed messages that are in the inbox now.</param>
/// <param name="Left">Missed messages that could not be taken in yet.</param>
public sealed record MissedResult(int Listed, int Taken, int Left);
