using Dukcapil.Bot.Content;
using Dukcapil.Bot.Core.Data.Protection;
using Dukcapil.Bot.Core.Time;
using Dukcapil.Bot.Dialogs.Engine;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Dukcapil.Bot.Core.Residents;

/// <summary>
/// Deletes what has had its time (<c>domain.md</c> §8): photos of a case some days after it has ended; unfinished requests, with their
/// photos, a week after the resident last wrote; what was said in chat after the same days as photos; and what an erasure had to leave,
/// because a case was open or a message on its way, once that is over. Rows stay, without content, as proof of what was there and when it
/// was deleted.
/// </summary>
public sealed class Retention(NpgsqlDataSource source, PersonalDataCipher cipher, OfficeClock clock, IOptions<OfficeOptions> office)
{
    private static readonly TimeSpan KeepDrafts = TimeSpan.FromDays(7);

    private const string PhotosOfEndedCases = """
        from media m where m.content_enc is not null and exists (
          select from case_files f join cases c on c.id = f.case_id where f.media_id = m.id and c.closed_at < $1)
        """;

    // A photo without a case belongs to an unfinished request as long as that request can be taken up again.
    private const string LoosePhotos = """
        from media m where m.content_enc is not null and m.created_at < $1
          and not exists (select from case_files f where f.media_id = m.id)
          and not exists (select from conversations c where c.address_id = m.address_id and c.last_input_at >= $1)
        """;

    private const string Drafts = """
        from conversations c
        where c.state_enc is not null and c.last_input_at < $1 and (c.cleared_at is null or c.cleared_at < c.last_input_at)
        """;

    private const string InboxContents
        = "from inbox i where i.status <> 'pending' and i.received_at < $1 and octet_length(i.content_enc) > 0";

    private const string ReplyContents = """
        from outbox o where o.kind = 'reply' and o.status not in ('pending', 'sending', 'unknown') and o.created_at < $1
          and octet_length(o.content_enc) > 0
        """;

    /// <summary>Deletes what is due and counts what is left over: zero proves that the rule is kept.</summary>
    public async Task<Purged> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var ended = now - TimeSpan.FromDays(office.Value.KeepFilesDays);
        var idle = now - KeepDrafts;
        return new Purged(
            await PurgePhotosAsync(PhotosOfEndedCases, ended, now, cancellationToken)
                + await PurgePhotosAsync(LoosePhotos, idle, now, cancellationToken),
            await ClearDraftsAsync(Language.Id, idle, now, cancellationToken)
                + await ClearDraftsAsync(Language.En, idle, now, cancellationToken),
            await EmptyAsync("inbox", InboxContents, ended, cancellationToken)
                + await EmptyAsync("outbox", ReplyContents, ended, cancellationToken),
            await EraseLeftoversAsync(now, cancellationToken),
            await CountAsync(PhotosOfEndedCases, ended, cancellationToken) + await CountAsync(LoosePhotos, idle, cancellationToken)
                + await CountAsync(Drafts, idle, cancellationToken) + await CountAsync(InboxContents, ended, cancellationToken)
                + await CountAsync(ReplyContents, ended, cancellationToken));
    }

    private Task<long> PurgePhotosAsync(string due, DateTimeOffset before, DateTimeOffset now, CancellationToken cancellationToken) =>
        ExecuteAsync(
            $"update media set content_enc = null, status = 'purged', purged_at = $2 where id in (select m.id {due})",
            cancellationToken, before, now);

    /// <summary>Forgets the answers of unfinished requests and how messages came; the language stays.</summary>
    private Task<long> ClearDraftsAsync(Language language, DateTimeOffset before, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var empty = cipher.Encrypt(DialogStateJson.Write(new DialogState { Language = language }));
        return ExecuteAsync(
            $"""
            update conversations set state_enc = $3, flood_counter = null, cleared_at = $2
            where address_id in (select c.address_id {Drafts}) and address_id in (select a.id from addresses a where a.language = $4)
            """,
            cancellationToken, before, now, empty, language == Language.En ? "en" : "id");
    }

    private Task<long> EmptyAsync(string table, string due, DateTimeOffset before, CancellationToken cancellationToken) =>
        ExecuteAsync($"update {table} set content_enc = '' where id in (select id {due})", cancellationToken, before);

    private async Task<long> EraseLeftoversAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("select erase_leftovers($1)");
        command.Parameters.Add(new() { Value = now });
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private async Task<long> CountAsync(string due, DateTimeOffset before, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand($"select count(*) {due}");
        command.Parameters.Add(new() { Value = before });
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private async Task<long> ExecuteAsync(string sql, CancellationToken cancellationToken, params object[] values)
    {
        await using var command = source.CreateCommand(sql);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }
}

/// <summary>What one run deleted.</summary>
/// <param name="Photos">Photos.</param>
/// <param name="Drafts">Unfinished requests.</param>
/// <param name="Messages">Contents of messages.</param>
/// <param name="Erased">Residents whose erasure was completed.</param>
/// <param name="Left">What is still there although its time is over.</param>
public sealed record Purged(long Photos, long Drafts, long Messages, long Erased, long Left);
