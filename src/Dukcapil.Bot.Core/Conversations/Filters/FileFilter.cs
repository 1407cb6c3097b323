using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Core.Messaging.Channels;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Npgsql;
using NpgsqlTypes;

namespace Dukcapil.Bot.Core.Conversations.Filters;

/// <summary>
/// Notes the photos and files of a message before the dialog sees them, for the worker after the commit: it fetches and judges
/// them and deletes all of them at the provider. Of a message that is not answered none is fetched.
/// </summary>
public sealed class FileFilter(MessageSealer sealer, MediaSignal signal) : IMiddleware
{
    private const string Add = """
        insert into media (id, address_id, provider_url_enc, declared_type, status, created_at, next_attempt_at)
        values ($1, $2, $3, $4, 'pending', $5, $5) on conflict (id) do nothing
        """;

    private const string Reject = "update media set status = 'rejected' where id = any ($1) and status = 'pending'";

    /// <inheritdoc/>
    public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(next);
        return turnContext.Activity is { Type: ActivityTypes.Message, Attachments.Count: > 0 }
            ? NoteAsync(ResidentTurn.Of(turnContext), next, cancellationToken)
            : next(cancellationToken);
    }

    private async Task NoteAsync(ResidentTurn turn, NextDelegate next, CancellationToken cancellationToken)
    {
        var files = InboundActivity.FilesOf(turn.Message);
        await using (var batch = new NpgsqlBatch(turn.Connection))
        {
            foreach (var file in files) batch.BatchCommands.Add(AddCommand(turn, file));
            turn.HasWritten = true;
            await batch.ExecuteNonQueryAsync(cancellationToken);
        }

        turn.OnCommitted(signal.Signal.Raise);
        await next(cancellationToken);
        if (turn.Unanswered is not null)
            turn.OnEnd(new NpgsqlBatchCommand(Reject) { Parameters = { new() { Value = files.Select(file => file.MediaId).ToArray() } } });
    }

    private NpgsqlBatchCommand AddCommand(ResidentTurn turn, IncomingFile file) => new(Add)
    {
        Parameters =
        {
            new() { Value = file.MediaId },
            new() { Value = turn.AddressId },
            new() { Value = sealer.SealText(file.Url) },
            new() { Value = file.ContentType },
            new() { Value = turn.ReceivedAt, NpgsqlDbType = NpgsqlDbType.TimestampTz },
        },
    };
}
