using Dukcapil.Bot.Core.Casework;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Information.Subscriptions;
using Dukcapil.Bot.Core.Time;
using Dukcapil.Bot.Dialogs.Engine;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Conversations.Acts;

/// <summary>
/// <c>data.erase</c>: HAPUS DATA. Deletes the photos that belong to no open case and what was written in chat, withdraws the consent and
/// ends what was asked to be told about; the answers of an unfinished request are forgotten by the dialog. With open cases the outcome is
/// <c>kept</c> (sets <c>nomor</c>): the wish is written into their history for the office, which decides on the official record (UU PDP
/// 27/2022 Pasal 43-44; <c>domain.md</c> §8).
/// </summary>
public sealed class DataErase(OfficeClock clock, SubscriptionList subscriptions) : IAct
{
    /// <inheritdoc/>
    public string Name => "data.erase";

    /// <inheritdoc/>
    public async Task<ActResult> RunAsync(TurnContext turn, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellation)
    {
        var data = await turn.DataAsync(cancellation);
        await PurgePhotosAsync(data, turn.AddressId, clock.Now, cancellation);
        await EmptyMessagesAsync(data, turn.AddressId, cancellation);
        await WithdrawConsentAsync(data, turn.AddressId, cancellation);
        await subscriptions.EraseAsync(data, turn.AddressId, cancellation);
        var cases = await data.Cases.AsNoTracking().Where(record => record.AddressId == turn.AddressId && record.ClosedAt == null)
            .OrderBy(record => record.Id).ToListAsync(cancellation);
        foreach (var record in cases) data.CaseHistory.Add(CaseNotes.EraseRequested(record, clock.Now));
        await data.SaveChangesAsync(cancellation);
        return cases.Count == 0
            ? ActResult.Ok
            : ActResult.Of("kept", ("nomor", DialogValue.Of(string.Join(", ", cases.Select(record => record.Number)))));
    }

    private static Task<int> PurgePhotosAsync(BotDbContext data, long addressId, DateTimeOffset now, CancellationToken cancellation) =>
        data.Media
            .Where(media => media.AddressId == addressId && media.Status != "purged"
                && !data.CaseFiles.Any(file => file.MediaId == media.Id && data.Cases.Any(record => record.Id == file.CaseId && record.ClosedAt == null)))
            .ExecuteUpdateAsync(
                set => set.SetProperty(media => media.Status, "purged").SetProperty(media => media.ContentEnc, (byte[]?)null).SetProperty(media => media.PurgedAt, now),
                cancellation);

    /// <summary>
    /// The rows stay as proof that a message came and was answered. Pushes stay whole: they belong to a case and hold no personal
    /// data. What is still to be handled or sent is left alone.
    /// </summary>
    private static async Task EmptyMessagesAsync(BotDbContext data, long addressId, CancellationToken cancellation)
    {
        await data.Inbox.Where(message => message.AddressId == addressId && message.Status != "pending")
            .ExecuteUpdateAsync(set => set.SetProperty(message => message.ContentEnc, Array.Empty<byte>()), cancellation);
        string[] open = ["pending", "sending", "unknown"];
        await data.Outbox.Where(message => message.AddressId == addressId && message.Kind == "reply" && !open.Contains(message.Status))
            .ExecuteUpdateAsync(set => set.SetProperty(message => message.ContentEnc, Array.Empty<byte>()), cancellation);
    }

    private async Task WithdrawConsentAsync(BotDbContext data, long addressId, CancellationToken cancellation)
    {
        var now = clock.Now;
        await data.Consents.Where(consent => consent.AddressId == addressId && consent.WithdrawnAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(consent => consent.WithdrawnAt, now), cancellation);
    }
}
