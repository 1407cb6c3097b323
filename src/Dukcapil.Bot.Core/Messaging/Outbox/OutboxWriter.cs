using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Messaging.Channels;
using Dukcapil.Bot.Core.Messaging.Records;
using Dukcapil.Bot.Core.Messaging.Templates;
using Dukcapil.Bot.Dialogs.Recognizers;
using Microsoft.Bot.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;
using NpgsqlTypes;

namespace Dukcapil.Bot.Core.Messaging.Outbox;

/// <summary>Writes messages to send, within the caller's transaction. Nothing is sent from here.</summary>
public sealed class OutboxWriter(MessageSealer sealer, IOptions<OutboxOptions> options, TimeProvider time)
{
    private const short NewsPriority = 1;

    /// <summary>
    /// A reply that could not go out while the resident's window was open is no answer any more. News of a case stays true longer, but
    /// not for ever: the resident can ask for the status at any time.
    /// </summary>
    internal static readonly TimeSpan ReplyLife = WindowState.Length, NewsLife = TimeSpan.FromDays(3);

    private const string Insert = """
        insert into outbox (address_id, kind, content_enc, fold_key, created_at, not_before, updated_at, expires_at)
        values ($1, 'reply', $2, $3, $4, $5, $4, $6)
        """;

    private const string Replace = """
        update outbox set status = 'skipped', reason = 'digantikan', updated_at = $3
        where address_id = $1 and fold_key = $2 and status = 'pending'
        """;

    private const string Release = """
        update outbox set not_before = $2, updated_at = $2 where address_id = $1 and status = 'pending' and kind = 'reply' and not_before > $2
        """;

    /// <summary>Adds the statements that write a reply to a batch.</summary>
    public void AddReply(NpgsqlBatch batch, long addressId, Activity reply)
    {
        var (now, foldKey) = (time.GetUtcNow(), OutboundActivity.FoldKeyOf(reply));
        if (foldKey is not null)
            batch.BatchCommands.Add(new NpgsqlBatchCommand(Replace)
            {
                Parameters = { new() { Value = addressId }, new() { Value = foldKey }, new() { Value = now } },
            });
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Insert)
        {
            Parameters =
            {
                new() { Value = addressId },
                new() { Value = sealer.Seal(OutboundActivity.ContentOf(reply)) },
                new() { Value = (object?)foldKey ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text },
                new() { Value = now },
                new() { Value = foldKey is null ? now : now + options.Value.FoldDelay },
                new() { Value = now + ReplyLife },
            },
        });
    }

    /// <summary>Adds the statement that lets waiting foldable replies go, because something else is said next.</summary>
    public void AddRelease(NpgsqlBatch batch, long addressId) =>
        batch.BatchCommands
            .Add(new NpgsqlBatchCommand(Release) { Parameters = { new() { Value = addressId }, new() { Value = time.GetUtcNow() } } });

    /// <summary>
    /// Writes a message of the office's own accord, unless its event was written before, whoever noticed it: a second one changes nothing
    /// and is no fault of the caller's transaction. One with a time of its own holds up no other message until then; when its booking
    /// changes first, a trigger drops it.
    /// </summary>
    public Task<int> NoticeAsync(BotDbContext data, Notice notice, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        if (notice.Code is { } code) values[TemplateTopics.CodeValue] = code;
        if (notice.Number is { } number) values[TemplateTopics.NumberValue] = number;
        var content = sealer.Seal(new OutgoingContent(IdMask.InText(notice.Text), Values: values.Count > 0 ? values : null));
        return data.Database.ExecuteSqlAsync(
            $"""
            insert into outbox (address_id, case_id, booking_id, kind, topic, priority, dedupe_key, content_enc, timed, status, created_at, not_before, expires_at, updated_at)
            values ({notice.AddressId}, {notice.CaseId}, {notice.BookingId}, 'push', {notice.Topic}, {NewsPriority}, {notice.DedupeKey}, {content}, {notice.NotBefore is not null},
                    'pending', {now}, {notice.NotBefore ?? now}, {notice.ExpiresAt}, {now})
            on conflict (dedupe_key) where dedupe_key is not null do nothing
            """, cancellationToken);
    }

    /// <summary>The row of a message by which the office speaks first. The caller adds it to its context.</summary>
    /// <param name="addressId">To whom.</param>
    /// <param name="caseId">The case it speaks of.</param>
    /// <param name="news">What it says.</param>
    /// <param name="dedupeKey">Names the event: the same event is never written twice.</param>
    public OutboxRecord Push(long addressId, long caseId, CaseNews news, string dedupeKey)
    {
        var now = time.GetUtcNow();
        var values = new Dictionary<string, string>(StringComparer.Ordinal) { [TemplateTopics.NumberValue] = news.CaseNumber };
        return new OutboxRecord
        {
            AddressId = addressId,
            CaseId = caseId,
            Kind = "push",
            Topic = news.Topic,
            Priority = NewsPriority,
            DedupeKey = dedupeKey,
            FoldKey = news.Topic == TemplateTopics.News ? $"{news.Topic}/{news.CaseNumber}" : null,
            ContentEnc = sealer.Seal(new OutgoingContent(IdMask.InText(news.Text), Values: values)),
            Status = "pending",
            CreatedAt = now,
            NotBefore = now,
            ExpiresAt = now + NewsLife,
            UpdatedAt = now,
        };
    }
}

/// <summary>News of a case for its resident.</summary>
/// <param name="Topic">One of <see cref="TemplateTopics"/>.</param>
/// <param name="CaseNumber">The case's number, for templates.</param>
/// <param name="Text">The text.</param>
public sealed record CaseNews(string Topic, string CaseNumber, string Text);
