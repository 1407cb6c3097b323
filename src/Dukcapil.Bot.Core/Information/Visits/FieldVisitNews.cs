using System.Globalization;
using Dukcapil.Bot.Content;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Information.Subscriptions;
using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Core.Messaging.Outbox;
using Dukcapil.Bot.Core.Messaging.Templates;
using Dukcapil.Bot.Core.Time;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Information.Visits;

/// <summary>
/// Tells those who asked that visits to their kelurahan are new, moved or cancelled: from 07.00 to 20.00 WIB, one message for everything
/// that changed, once edits have rested for a few minutes. Told and marked as told are one transaction, so nobody hears of a change twice.
/// </summary>
public sealed class FieldVisitNews(
    IDbContextFactory<BotDbContext> contexts, FieldVisitWording wording, OutboxWriter outbox, OutboxSignal signal, OfficeClock clock)
{
    /// <summary>Debounce: edits that follow each other are one message, delayed no longer than the second value.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(5), Longest = TimeSpan.FromMinutes(30);

    /// <summary>Tells what is to be told. Returns how many messages were written.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        if (!TimeOnly.FromDateTime(clock.Local(clock.Now)).IsBetween(QuietTimes.Morning, QuietTimes.Evening)) return 0;
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await data.Database.BeginTransactionAsync(cancellationToken);
        await StaffFieldVisits.BeginAsync(data, cancellationToken);
        var changes = await data.FieldVisitChanges.AsNoTracking().Where(change => change.ToldAt == null).OrderBy(change => change.Id)
            .ToListAsync(cancellationToken);
        if (changes.Count == 0 || (changes[^1].At > clock.Now - Rest && changes[0].At > clock.Now - Longest)) return 0;
        var told = await TellAsync(data, changes, cancellationToken);
        var (now, last) = (clock.Now, changes[^1].Id);
        await data.FieldVisitChanges.Where(change => change.ToldAt == null && change.Id <= last)
            .ExecuteUpdateAsync(set => set.SetProperty(change => change.ToldAt, now), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        if (told > 0) signal.Signal.Raise();
        return told;
    }

    private async Task<int> TellAsync(BotDbContext data, List<FieldVisitChangeRecord> changes, CancellationToken cancellationToken)
    {
        var ids = changes.Select(change => change.VisitId).Distinct().ToList();
        var visits = await data.FieldVisits.AsNoTracking().Where(visit => ids.Contains(visit.Id))
            .ToDictionaryAsync(visit => visit.Id, cancellationToken);
        var news = FieldVisitFold.Of(changes, visits, clock.Today);
        var topics = news.Select(item => SubscriptionTopics.Schedule(item.Visit.Kelurahan)).Distinct(StringComparer.Ordinal).ToList();
        var asked = await (from one in SubscriptionList.ToTell(data, topics)
                           join address in data.Addresses on one.AddressId equals address.Id
                           select new { one.AddressId, one.Topic, address.Language }).ToListAsync(cancellationToken);
        var told = 0;
        foreach (var resident in asked.GroupBy(one => (one.AddressId, one.Language)))
        {
            var kelurahan = resident.Select(one => SubscriptionTopics.KelurahanOf(one.Topic)).ToHashSet(StringComparer.Ordinal);
            var language = resident.Key.Language == "en" ? Language.En : Language.Id;
            told += await outbox.NoticeAsync(data, new Notice
            {
                AddressId = resident.Key.AddressId,
                Topic = TemplateTopics.Visits,
                Text = wording.News(news.Where(item => kelurahan.Contains(item.Visit.Kelurahan)).ToList(), language),
                DedupeKey = string.Create(CultureInfo.InvariantCulture, $"kunjungan/{resident.Key.AddressId}/{changes[^1].Id}"),
                ExpiresAt = clock.At(clock.Today.ToDateTime(QuietTimes.Evening)),
            }, cancellationToken);
        }

        return told;
    }
}
