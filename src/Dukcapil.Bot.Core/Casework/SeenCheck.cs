using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Casework.Records;
using Dukcapil.Bot.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Casework;

/// <summary>
/// Compares what an officer's page showed with what happened to the locked case since (optimistic concurrency by history, not by row
/// version: what only the clock or the officer changed refuses nothing). A change to one paper is not in the way of a change to another.
/// </summary>
internal static class SeenCheck
{
    private const string Paper = "berkas";

    private const string Task = "tugas";

    /// <summary>
    /// Null when the request can be decided; <see cref="Outcome.Done"/> when this officer has done exactly this since, as by a double
    /// click; refused as <c>sudah-berubah</c>, <c>diubah-penduduk</c> or <c>sudah-bergerak</c> when somebody or something else came first.
    /// </summary>
    public static async Task<Outcome?> JudgeAsync(CaseChange change, CancellationToken cancellationToken)
    {
        var since = await change.Data.CaseHistory.AsNoTracking()
            .Where(line => line.CaseId == change.Record.Id && line.Id > change.Command.Seen)
            .OrderBy(line => line.Id).ToListAsync(cancellationToken);
        var concerned = since.FindAll(line => Concerns(line, change.Request));
        if (concerned is [.., var last] && IsRepeated(last, change)) return Outcome.Done;
        if (concerned.FindLast(line => line.ActorId != change.By.StaffId) is not { } other) return null;
        return await RefuseAsync(change, other, cancellationToken);
    }

    private static bool Concerns(HistoryRecord line, CaseRequest request)
    {
        // Written into the history, but nothing that a decision could rest on.
        if (line.Action == CaseEvent.CollectionReminded) return false;
        if (request.BerkasId is not { } paper) return true;
        return line.After?.ContainsKey(Task) != true && (line.After?.GetValueOrDefault(Paper) is not { } changed || changed == paper);
    }

    private static bool IsRepeated(HistoryRecord last, CaseChange change) =>
        last.ActorId == change.By.StaffId && last.Action == change.Event && last.Reason == change.Request.Reason
        && change.Request.Action != CaseAction.AddBerkas
        && (change.Request.TargetStepId is not { } step || last.After?.GetValueOrDefault("langkah") == step);

    private static async Task<Outcome> RefuseAsync(CaseChange change, HistoryRecord other, CancellationToken cancellationToken)
    {
        if (other.ActorId is not { } staffId) return Outcome.Refused(
            other.ActorKind == ActorKind.Resident ? "diubah-penduduk" : "sudah-bergerak");
        var name = await change.Data.Staff.Where(member => member.Id == staffId).Select(member => member.FullName)
            .SingleAsync(cancellationToken);
        return Refusal.Of("sudah-berubah", ("nama", name));
    }
}
