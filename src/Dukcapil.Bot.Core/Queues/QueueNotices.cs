using System.Globalization;
using Dukcapil.Bot.Content;
using Dukcapil.Bot.Core.Content;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Core.Messaging.Outbox;
using Dukcapil.Bot.Core.Messaging.Templates;
using Dukcapil.Bot.Core.Queues.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dukcapil.Bot.Core.Queues;

/// <summary>
/// What residents who wait are told on WhatsApp: each thing once a visit, and never late. Written in the caller's transaction. A
/// number, a counter and how many are ahead; never a name.
/// </summary>
public sealed class QueueNotices(
    BotContentHolder content, OutboxWriter outbox, QueueLines lines, ServiceTimes times, IOptions<QueueOptions> options, TimeProvider time)
{
    // A call that comes when the turn is over only confuses.
    private static readonly TimeSpan CalledLife = TimeSpan.FromMinutes(5), NearLife = TimeSpan.FromMinutes(15), PlaceLife = TimeSpan
        .FromMinutes(30);

    /// <summary>Their number, how many are ahead, and about how long it may take.</summary>
    public async Task<QueueStanding> TellPlaceAsync(BotDbContext data, VisitRecord visit, CancellationToken cancellationToken)
    {
        var line = await lines.ReadAsync(data, cancellationToken);
        var standing = new QueueStanding(
            line.AheadOf(visit.Id).Count, WaitEstimate.Minutes(visit.Id, line, await times.MeansAsync(data, cancellationToken)));
        // Who is near already has been told so with this.
        var kind = standing.Ahead <= options.Value.NearPlaces ? "dekat" : "hadir";
        await TellAsync(data, visit, new LineNews(kind, "antrean.hadir", PlaceLife, Values(standing)), cancellationToken);
        return standing;
    }

    /// <summary>That it is their turn.</summary>
    public Task TellCalledAsync(BotDbContext data, VisitRecord visit, string counter, CancellationToken cancellationToken) =>
        TellAsync(
            data,
            visit,
            new LineNews(Nth("panggil", visit.Turns), "antrean.dipanggil", CalledLife, _ => [("loket", counter)]),
            cancellationToken);

    /// <summary>That they were called and not seen.</summary>
    public Task TellSkippedAsync(BotDbContext data, VisitRecord visit, CancellationToken cancellationToken) =>
        TellAsync(
            data, visit, new LineNews(
                Nth("lewat", visit.Skips),
                visit.Status == VisitStatus.NoShow ? "antrean.tidak-hadir" : "antrean.terlewat",
                NearLife,
                _ => []),
            cancellationToken);

    /// <summary>
    /// Tells everybody whose turn has come near. Called after every change of the line, and by <see cref="NearTurnNotifier"/> as time
    /// passes. Returns how many were told.
    /// </summary>
    public async Task<int> TellNearAsync(BotDbContext data, CancellationToken cancellationToken)
    {
        var line = await lines.ReadAsync(data, cancellationToken);
        var near = line.Places.Where(place => place.DueAt <= line.Now && line.AheadOf(place.VisitId).Count <= options.Value.NearPlaces)
            .Select(place => place.VisitId).ToList();
        if (near.Count == 0) return 0;
        var untold = await data.Visits.AsNoTracking().Where(visit => near.Contains(visit.Id) && visit.AddressId != null)
            .ToListAsync(cancellationToken);
        if (untold.Count == 0) return 0;
        var means = await times.MeansAsync(data, cancellationToken);
        var told = 0;
        foreach (var visit in untold)
        {
            var standing = new QueueStanding(line.AheadOf(visit.Id).Count, WaitEstimate.Minutes(visit.Id, line, means));
            told += await TellAsync(
                data,
                visit,
                new LineNews("dekat", standing.Ahead == 0 ? "antrean.berikutnya" : "antrean.dekat", NearLife, Values(standing)),
                cancellationToken);
        }

        return told;
    }

    private Func<Language, (string Name, string Value)[]> Values(QueueStanding standing) => language =>
    [
        ("depan", standing.Ahead.ToString(CultureInfo.InvariantCulture)),
        ("perkiraan", standing.Minutes is { } minutes
            ? content.Current.Texts["antrean.perkiraan"].Fill(language, _ => minutes.ToString(CultureInfo.InvariantCulture))
            : content.Current.Texts["antrean.tanpa-perkiraan"].In(language)),
    ];

    private static string Nth(string kind, int n) => string.Create(CultureInfo.InvariantCulture, $"{kind}/{n}");

    private async Task<int> TellAsync(BotDbContext data, VisitRecord visit, LineNews notice, CancellationToken cancellationToken)
    {
        if (visit.AddressId is not { } addressId) return 0;
        var code = await data.Addresses.Where(address => address.Id == addressId).Select(address => address.Language)
            .SingleAsync(cancellationToken);
        var language = code == "en" ? Language.En : Language.Id;
        var filled = notice.Values(language).Append(("nomor", visit.TicketText))
            .ToDictionary(value => value.Item1, value => value.Item2, StringComparer.Ordinal);
        var text = content.Current.Texts[notice.Key].Fill(language, name => filled.GetValueOrDefault(name));
        return await outbox.NoticeAsync(data, new Notice
        {
            AddressId = addressId,
            Topic = TemplateTopics.Line,
            Text = text,
            DedupeKey = string.Create(CultureInfo.InvariantCulture, $"antrean/{visit.Id}/{notice.Kind}"),
            ExpiresAt = time.GetUtcNow() + notice.Life,
        }, cancellationToken);
    }

    /// <summary>One thing to tell; the kind names it once and for all for a visit.</summary>
    private sealed record LineNews(string Kind, string Key, TimeSpan Life, Func<Language, (string Name, string Value)[]> Values);
}

/// <summary>How somebody stands in the line.</summary>
/// <param name="Ahead">How many are called before them.</param>
/// <param name="Minutes">About how long it may take; null when nothing can be said.</param>
public sealed record QueueStanding(int Ahead, int? Minutes);
