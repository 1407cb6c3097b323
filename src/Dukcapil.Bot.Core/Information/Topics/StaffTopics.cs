using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Time;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Dukcapil.Bot.Core.Information.Topics;

/// <summary>How staff publish topics: every version is kept, and the newest counts.</summary>
public sealed class StaffTopics(IDbContextFactory<BotDbContext> contexts, TopicReader reader, OfficeClock clock)
{
    /// <summary>
    /// Publishes a version. Refused when another was published since the page showed the topic, or when it must not stand (see
    /// <see cref="TopicDraft.Problems"/>).
    /// </summary>
    public async Task<Outcome> PublishAsync(TopicDraft draft, StaffActor by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(by);
        if (draft.Problems(clock.Today).Any()) return Outcome.Refused(TopicRefusals.Unsound);
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        if ((await data.TopicVersions.Where(version => version.Topic == draft.Text.Id)
            .MaxAsync(version => (int?)version.Version, cancellationToken) ?? 0) != draft.SeenVersion)
            return Outcome.Refused(TopicRefusals.Changed);
        data.TopicVersions.Add(Record(draft, by));
        try
        {
            await data.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException fault) when (fault.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return Outcome.Refused(TopicRefusals.Changed);
        }

        await reader.RefreshAsync(cancellationToken);
        return Outcome.Done;
    }

    private TopicVersionRecord Record(TopicDraft draft, StaffActor by) => new()
    {
        Topic = draft.Text.Id,
        Version = draft.SeenVersion + 1,
        MadeAt = clock.Now,
        MadeBy = by.Id,
        TitleId = draft.Text.Title.Id,
        TitleEn = draft.Text.Title.En,
        BodyId = draft.Text.Body.Id,
        BodyEn = draft.Text.Body.En,
        Buttons = [.. draft.Text.Buttons],
        Phrases = [.. draft.Text.Phrases],
        IsOn = draft.IsOn,
        NoticeId = draft.Notice?.Text.Id,
        NoticeEn = draft.Notice?.Text.En,
        NoticeUntil = draft.Notice?.Until,
        RestoredFrom = draft.RestoredFrom,
    };
}
