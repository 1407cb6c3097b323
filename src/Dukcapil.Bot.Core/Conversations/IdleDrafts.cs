using System.Globalization;
using Dukcapil.Bot.Content;
using Dukcapil.Bot.Core.Content;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Data.Protection;
using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Core.Messaging.Outbox;
using Dukcapil.Bot.Core.Messaging.Templates;
using Dukcapil.Bot.Core.Time;
using Dukcapil.Bot.Dialogs.Engine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dukcapil.Bot.Core.Conversations;

/// <summary>
/// Reminds residents who stopped in the middle of an application, or whose complaint was not sent: once, gently, while the 24 hours after
/// their last message last, and never again within a week. What they do not take up again is dropped by <see cref="Residents.Retention"/>.
/// </summary>
public sealed class IdleDrafts(
    IDbContextFactory<BotDbContext> contexts, PersonalDataCipher cipher, BotContentHolder content, OutboxWriter outbox, OutboxSignal signal,
    OfficeClock clock, IOptions<DraftOptions> options)
{
    /// <summary>The night is shorter: whoever stopped in it is still found in the morning.</summary>
    private static readonly TimeSpan Span = TimeSpan.FromHours(12);

    private static readonly TimeSpan NotAgain = TimeSpan.FromDays(7);

    /// <summary>What a resident wrote of a complaint and has not sent (<c>dialogs/pengaduan.yaml</c>).</summary>
    private const string ComplaintWords = "aduan-teks";

    /// <summary>Writes the reminders that are due. Returns how many.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        var last = clock.Now - options.Value.RemindAfter;
        var idle = await data.Database.SqlQuery<IdleConversation>(
            $"""
            select c.address_id as "AddressId", c.state_enc as "StateEnc", c.last_input_at as "LastInputAt"
            from conversations c join addresses a on a.id = c.address_id
            where c.last_input_at > {last - Span} and c.last_input_at <= {last} and c.state_enc is not null
              and (c.cleared_at is null or c.cleared_at < c.last_input_at) and a.stopped_at is null
              and not exists (select from outbox o where o.address_id = c.address_id and o.topic = {TemplateTopics.Draft} and o.created_at > {clock.Now - NotAgain})
            order by c.last_input_at
            """).ToListAsync(cancellationToken);
        var told = 0;
        foreach (var conversation in idle)
            if (Draft(conversation) is { } draft)
                told += await TellAsync(data, conversation, draft, cancellationToken);
        if (told > 0) signal.Signal.Raise();
        return told;
    }

    /// <summary>The language and the text for somebody who is in the middle of something; null for anybody else.</summary>
    private (Language Language, string Key)? Draft(IdleConversation conversation)
    {
        var state = DialogStateJson.Read(cipher.DecryptText(conversation.StateEnc));
        if (state.Stack.Any(frame => frame.Step is not null)) return (state.Language, "isian.diingatkan");
        if (IsSet(state, ValueNames.SuspendedDialog)) return (state.Language, "isian.diingatkan-simpanan");
        return IsSet(state, ComplaintWords) ? (state.Language, "pengaduan.diingatkan") : null;
    }

    private static bool IsSet(DialogState state, string name) => state.Values.TryGetValue(name, out var value) && value.Text.Length > 0;

    private Task<int> TellAsync(
        BotDbContext data, IdleConversation conversation, (Language Language, string Key) draft, CancellationToken cancellationToken) =>
        outbox.NoticeAsync(data, new Notice
        {
            AddressId = conversation.AddressId,
            Topic = TemplateTopics.Draft,
            Text = content.Current.Texts[draft.Key].In(draft.Language),
            DedupeKey = string.Create(CultureInfo.InvariantCulture, $"isian/{conversation.AddressId}/{conversation.LastInputAt.UtcTicks}"),
            ExpiresAt = conversation.LastInputAt + WindowState.Length,
        }, cancellationToken);

    private sealed record IdleConversation(long AddressId, byte[] StateEnc, DateTimeOffset LastInputAt);
}
