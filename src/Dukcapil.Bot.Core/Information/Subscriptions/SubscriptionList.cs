using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Messaging.Records;
using Dukcapil.Bot.Core.Time;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Information.Subscriptions;

/// <summary>
/// Who asked to be told about what, within the caller's transaction. BERHENTI and the provider's opt-out end all of a resident's
/// subscriptions (stop_address); MULAI does not bring them back. Who is told must besides be written to now: whether an address is stopped is
/// read again right before sending.
/// </summary>
public sealed class SubscriptionList(OfficeClock clock)
{
    /// <summary>Somebody asks to be told. False when they had asked before; asked twice at once it is stored once.</summary>
    /// <param name="data">The caller's transaction.</param>
    /// <param name="addressId">Who is told.</param>
    /// <param name="topic">What about, see <see cref="SubscriptionTopics"/>.</param>
    /// <param name="way"><c>resident</c> or <c>staff</c>.</param>
    /// <param name="cancellationToken">Stops the operation.</param>
    public async Task<bool> SubscribeAsync(
        BotDbContext data, long addressId, string topic, string way, CancellationToken cancellationToken) =>
        await data.Database.ExecuteSqlAsync(
            $"""
            insert into subscriptions (address_id, topic, way, created_at) values ({addressId}, {topic}, {way}, {clock.Now})
            on conflict (address_id, topic) where ended_at is null do nothing
            """, cancellationToken) > 0;

    /// <summary>Somebody no longer wants to be told about a topic. False when they had not asked.</summary>
    /// <param name="data">The caller's transaction.</param>
    /// <param name="addressId">Who was told.</param>
    /// <param name="topic">What about.</param>
    /// <param name="by"><c>resident</c> or <c>staff</c>.</param>
    /// <param name="cancellationToken">Stops the operation.</param>
    public async Task<bool> UnsubscribeAsync(
        BotDbContext data, long addressId, string topic, string by, CancellationToken cancellationToken) =>
        await data.Database.SqlQuery<int>($"select end_subscriptions({addressId}, {topic}, {by}, {clock.Now}) as \"Value\"")
            .SingleAsync(cancellationToken) > 0;

    /// <summary>What a resident asked to be told about, oldest first.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(BotDbContext data, long addressId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(data);
        return await data.Subscriptions.Where(one => one.AddressId == addressId && one.EndedAt == null).OrderBy(one => one.Id)
            .Select(one => one.Topic).ToListAsync(cancellationToken);
    }

    /// <summary>The open subscriptions of topics whose residents may be written to now.</summary>
    public static IQueryable<SubscriptionRecord> ToTell(BotDbContext data, IReadOnlyCollection<string> topics)
    {
        ArgumentNullException.ThrowIfNull(data);
        return data.Subscriptions.AsNoTracking().Where(one => one.EndedAt == null && topics.Contains(one.Topic)
            && data.Set<AddressRecord>().Any(address => address.Id == one.AddressId && address.StoppedAt == null));
    }
}
