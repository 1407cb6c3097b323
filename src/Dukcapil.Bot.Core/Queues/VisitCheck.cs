using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Queues.Records;
using Dukcapil.Bot.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Queues;

/// <summary>
/// Compares what an officer's page showed with what happened to the locked visit since (optimistic concurrency by history, as
/// <see cref="Casework.CaseCommand"/> has it): an act sent twice is one, the officer's own acts are in nobody's way, and what another
/// officer did is said with the name.
/// </summary>
internal static class VisitCheck
{
    /// <summary>
    /// Null when the rules decide; <see cref="Outcome.Done"/> when the visit already is as wanted, or this officer has done the same since
    /// the page was shown; refused as <c>kunjungan-sudah-berubah</c> when another officer came first.
    /// </summary>
    /// <param name="data">The transaction that holds the visit.</param>
    /// <param name="visit">The visit, locked.</param>
    /// <param name="command">What the officer asks for.</param>
    /// <param name="isWanted">Whether the visit stands as it would after the act.</param>
    /// <param name="events">What the history calls the act, where one from the same page is the same one.</param>
    /// <param name="cancellationToken">Stops the operation.</param>
    public static async Task<Outcome?> JudgeAsync(
        BotDbContext data, VisitRecord visit, VisitCommand command, bool isWanted, IReadOnlyList<VisitEvent> events,
        CancellationToken cancellationToken)
    {
        if (isWanted) return Outcome.Done;
        var since = await data.VisitEvents.AsNoTracking()
            .Where(line => line.VisitId == visit.Id && line.Id > command.Seen && line.StaffId != null)
            .OrderBy(line => line.Id)
            .ToListAsync(cancellationToken);
        if (since.Exists(line => line.StaffId == command.By.Id && events.Contains(line.Action))) return Outcome.Done;
        if (since.FindLast(line => line.StaffId != command.By.Id) is not { StaffId: { } other }) return null;
        var name = await data.Staff.Where(member => member.Id == other).Select(member => member.FullName).SingleAsync(cancellationToken);
        return Refusal.Of("kunjungan-sudah-berubah", ("nama", name));
    }
}
