using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Appointments;
using Dukcapil.Bot.Core.Appointments.Waiting;
using Dukcapil.Bot.Core.Casework;
using Dukcapil.Bot.Core.Casework.Records;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Time;
using Dukcapil.Bot.Dialogs.Engine;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Conversations.Acts;

/// <summary>
/// <c>data.erase</c>: HAPUS DATA. Cancels what the phone has booked or waits for beside its open cases; then <c>erase_address</c> deletes
/// photos and what was written, withdraws the consent and takes everything else away from the phone, and the conversation forgets all it
/// knew. With open cases the outcome is <c>kept</c> (sets <c>nomor</c>): the wish is written into their history for the office, which
/// decides on the official record (UU PDP 27/2022 Pasal 43-44), and they are taken away from the phone once they have
/// ended (<see cref="Residents.Retention"/>).
/// </summary>
public sealed class DataErase(Bookings bookings, WaitingList waiting, OfficeClock clock) : IAct
{
    /// <inheritdoc/>
    public string Name => "data.erase";

    /// <inheritdoc/>
    public async Task<ActResult> RunAsync(
        ResidentTurn turn, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken)
    {
        var data = await turn.DataAsync(cancellationToken);
        var cases = await DataCheck.OpenCasesAsync(data, turn.AddressId, cancellationToken);
        await LeaveAppointmentsAsync(data, turn.AddressId, [.. cases.Select(record => record.Id)], cancellationToken);
        await data.Database
            .ExecuteSqlAsync($"select erase_address({turn.AddressId}, {clock.Now}, {clock.Now}, {turn.InboxId})", cancellationToken);
        foreach (var record in cases) data.CaseHistory.Add(HistoryRecord.EraseRequested(record, clock.Now));
        await data.SaveChangesAsync(cancellationToken);
        turn.Forgets = true;
        return DataCheck.Told(cases);
    }

    private async Task LeaveAppointmentsAsync(BotDbContext data, long addressId, long[] openCases, CancellationToken cancellationToken)
    {
        await waiting.WithdrawAsync(data, addressId, cancellationToken);
        foreach (var booking in await BookingReader.ExpectedOfAsync(data, addressId, cancellationToken))
        {
            if (booking.CaseId is not { } caseId || !openCases.Contains(caseId))
                await bookings.CancelAsync(data, booking.Id, Actor.Resident, "Penduduk meminta datanya dihapus.", cancellationToken);
        }
    }
}
