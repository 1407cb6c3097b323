using System.Security.Cryptography;
using Dukcapil.Bot.Core.Messaging.Channels;
using Dukcapil.Bot.Core.Messaging.Provider;
using Npgsql;
using NpgsqlTypes;

namespace Dukcapil.Bot.Core.Messaging.Media;

/// <summary>Photos and files that wait to be fetched, or to be deleted at the provider; shared by all replicas.</summary>
public sealed class MediaQueue(NpgsqlDataSource source, MessageSealer sealer, TimeProvider time)
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private const string Claim = """
        update media set attempts = attempts + 1, next_attempt_at = $2
        where id = any(array(
          select id from media
          where next_attempt_at <= $1 and (status = 'pending' or provider_deleted_at is null)
          order by next_attempt_at limit $3 for update skip locked))
        returning id, address_id, provider_url_enc, status, attempts, declared_type
        """;

    private const string Store = """
        update media set status = 'stored', content_type = $2, byte_count = $3, sha256 = $4, content_enc = $5, stored_at = $6,
          attempts = 0, next_attempt_at = $6
        where id = $1 and status = 'pending'
        """;

    private const string StoreAndTell = $"""
        with stored as ({Store} returning address_id)
        insert into inbox (message_sid, address_id, received_at, status, content_enc)
        select '{InboundActivity.NewsPrefix}' || $1, address_id, $6, 'pending', $7 from stored on conflict (message_sid) do nothing
        """;

    // Newest first: what is being judged has only just come.
    private const string Recent
        = "select content_enc from inbox where address_id = $1 and octet_length(content_enc) > 0 order by id desc limit 50";

    // The resident is told through the inbox, like everything else that happens in a conversation: in order, and once.
    private const string Reject = $"""
        with rejected as (
          update media set status = 'rejected', reason = $2, next_attempt_at = $3 where id = $1 and status = 'pending' returning address_id)
        insert into inbox (message_sid, address_id, received_at, status, content_enc)
        select '{InboundActivity.NewsPrefix}' || $1, address_id, $3, 'pending', $4 from rejected on conflict (message_sid) do nothing
        """;

    private const string Postpone = "update media set next_attempt_at = $2 where id = $1";

    private const string ProviderDeleted = """
        update media set provider_deleted_at = $2, provider_url_enc = null, next_attempt_at = null where id = $1
        """;

    /// <summary>Claims files that are due.</summary>
    public async Task<IReadOnlyList<ClaimedMedia>> ClaimAsync(int atMost, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var command = source.CreateCommand(Claim);
        command.Parameters.Add(new() { Value = now });
        command.Parameters.Add(new() { Value = now + Lease });
        command.Parameters.Add(new() { Value = atMost });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var claimed = new List<ClaimedMedia>();
        while (await reader.ReadAsync(cancellationToken))
        {
            claimed.Add(new ClaimedMedia(
                reader.GetGuid(0),
                reader.GetInt64(1),
                sealer.OpenText(reader.GetFieldValue<byte[]>(2)),
                reader.GetString(3) != "pending",
                reader.GetInt32(4),
                reader.GetString(5)));
        }

        return claimed;
    }

    /// <summary>Keeps a fetched file, sealed, and puts the news into the resident's conversation where there is any.</summary>
    public Task StoreAsync(Guid id, MediaFetch.FetchedMedia file, IncomingContent? news, CancellationToken cancellationToken)
    {
        NpgsqlParameter[] parameters =
        [
            new() { Value = id },
            new() { Value = file.ContentType },
            new() { Value = file.Bytes.Length },
            new() { Value = SHA256.HashData(file.Bytes.Span) },
            new() { Value = sealer.SealBytes(file.Bytes.Span) },
            new() { Value = time.GetUtcNow() },
        ];
        return news is null
            ? ExecuteAsync(Store, cancellationToken, parameters)
            : ExecuteAsync(StoreAndTell, cancellationToken, [.. parameters, new() { Value = sealer.Seal(news) }]);
    }

    /// <summary>The message that brought a file, as far as it is kept; null when it is not found.</summary>
    public async Task<IncomingContent?> MessageOfAsync(ClaimedMedia media, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(Recent);
        command.Parameters.Add(new() { Value = media.AddressId });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            if (sealer.OpenIncoming(reader.GetFieldValue<byte[]>(0)) is var content
                && content.Files.Any(file => file.MediaId == media.Id)) return content;
        return null;
    }

    /// <summary>Notes that a file cannot be used, and puts the news into the resident's conversation.</summary>
    /// <param name="media">The file.</param>
    /// <param name="reasonKey">Text key of the reason.</param>
    /// <param name="isAnswered">Whether it was taken for a photo before: then it is taken back, else it is answered now.</param>
    /// <param name="cancellationToken">Stops the operation.</param>
    public Task RejectAsync(ClaimedMedia media, string reasonKey, bool isAnswered, CancellationToken cancellationToken)
    {
        var news = isAnswered
            ? new IncomingContent { Files = [new IncomingFile(media.Id, "", "")], RejectedBecause = reasonKey }
            : new IncomingContent { Other = reasonKey };
        return ExecuteAsync(
            Reject,
            cancellationToken,
            new() { Value = media.Id },
            new() { Value = reasonKey },
            new() { Value = time.GetUtcNow() },
            new() { Value = sealer.Seal(news) });
    }

    /// <summary>Tries again later.</summary>
    public Task PostponeAsync(Guid id, DateTimeOffset until, CancellationToken cancellationToken) =>
        ExecuteAsync(Postpone, cancellationToken, new() { Value = id }, new() { Value = until });

    /// <summary>Notes that the provider's copy is gone, and forgets its link.</summary>
    public Task MarkProviderDeletedAsync(Guid id, CancellationToken cancellationToken) =>
        ExecuteAsync(ProviderDeleted, cancellationToken, new() { Value = id }, new() { Value = time.GetUtcNow() });

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken, params NpgsqlParameter[] parameters)
    {
        await using var command = source.CreateCommand(sql);
        foreach (var parameter in parameters)
        {
            if (parameter.Value is string) parameter.NpgsqlDbType = NpgsqlDbType.Text;
            command.Parameters.Add(parameter);
        }

        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}

/// <summary>A file this worker may work on.</summary>
/// <param name="Id">Our id.</param>
/// <param name="AddressId">Who sent it.</param>
/// <param name="Url">Where the provider keeps it.</param>
/// <param name="IsSettled">It is stored or refused already; only the provider's copy is left to delete.</param>
/// <param name="Attempt">Which try this is, from 1.</param>
/// <param name="Label">What its sender calls it.</param>
public sealed record ClaimedMedia(Guid Id, long AddressId, string Url, bool IsSettled, int Attempt, string Label);
