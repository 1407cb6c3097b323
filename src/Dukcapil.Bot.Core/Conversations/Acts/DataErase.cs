using Dukcapil.Bot.Core.Appointments;
using Dukcapil.Bot.Core.Appointments.Waiting;
using Dukcapil.Bot.Core.Casework;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Information.Subscriptions;
using Dukcapil.Bot.Core.Time;
using Dukcapil.Bot.Dialogs.Engine;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Conversations.Acts;

/// <summary>
/// <c>data.erase</c>: HAPUS DATA. Deletes the photos that belong to no open case and what was written in chat, withdraws the consent,
/// ends what was asked to be told about, cancels what the phone has booked or waits for beside its open cases, and detaches from the phone
/// what is over; the answers of an unfinished request are forgotten by the dialog. With open cases the outcome is <c>kept</c> (sets
/// <c>nomor</c>): the wish is written into their history for the office, which decides on the official record (UU PDP 27/2022
/// Pasal 43-44; <c>domain.md</c> §8).
/// </summary>
public sealed class DataErase(Bookings bookings, WaitingList waiting, SubscriptionList subscriptions, OfficeClock clock) : IAct
{
    /// <inheritdoc/>
    public string Name => "data.erase";

    /// <inheritdoc/>
    public async Task<ActResult> RunAsync(ResidentTurn turn, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellation)
    {
        var data = await turn.DataAsync(cancellation);
        await PurgePhotosAsync(data, turn.AddressId, clock.Now, cancellation);
        await EmptyMessagesAsync(data, turn, cancellation);
        await WithdrawConsentAsync(data, turn.AddressId, cancellation);
        await subscriptions.EraseAsync(data, turn.AddressId, cancellation);
        var cases = await DataCheck.OpenCasesAsync(data, turn.AddressId, cancellation);
        await LeaveAppointmentsAsync(data, turn.AddressId, [.. cases.Select(record => record.Id)], cancellation);
        await DetachAsync(data, turn.AddressId, cancellation);
        foreach (var record in cases) data.CaseHistory.Add(CaseNotes.EraseRequested(record, clock.Now));
        await data.SaveChangesAsync(cancellation);
        return DataCheck.Told(cases);
    }

    private async Task LeaveAppointmentsAsync(BotDbContext data, long addressId, long[] openCases, CancellationToken cancellation)
    {
        await waiting.WithdrawAsync(data, addressId, cancellation);
        foreach (var booking in await BookingReader.ExpectedOfAsync(data, addressId, cancellation))
        {
            if (booking.CaseId is not { } caseId || !openCases.Contains(caseId))
                await bookings.CancelAsync(data, booking.Id, CaseActor.Resident, "Penduduk meminta datanya dihapus.", cancellation);
        }
    }

    /// <summary>What is over stays in the office's records, but nobody reaches it from the phone any more.</summary>
    private static Task<int> DetachAsync(BotDbContext data, long addressId, CancellationToken cancellation) =>
        data.Database.ExecuteSqlAsync($"select detach_past({addressId})", cancellation);

    private static Task<int> PurgePhotosAsync(BotDbContext data, long addressId, DateTimeOffset now, CancellationToken cancellation) =>
        data.Media
            .Where(media => media.AddressId == addressId && media.Status != "purged"
                && !data.CaseFiles.Any(file => file.MediaId == media.Id && data.Cases.Any(record => record.Id == file.CaseId && record.ClosedAt == null)))
            .ExecuteUpdateAsync(
                set => set.SetProperty(media => media.Status, "purged").SetProperty(media => media.ContentEnc, (byte[]?)null).SetProperty(media => media.PurgedAt, now),
                cancellation);

    /// <summary>
    /// The rows stay as proof that a message came and was answered. Pushes stay whole: they belong to a case and hold no personal
    /// data. What is still to be handled or sent is left alone, but for the message that asks for it.
    /// </summary>
    private static async Task EmptyMessagesAsync(BotDbContext data, ResidentTurn turn, CancellationToken cancellation)
    {
        var (addressId, own) = (turn.AddressId, turn.InboxId);
        await data.Inbox.Where(message => message.AddressId == addressId && (message.Status != "pending" || message.Id == own))
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
