using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Casework;
using Dukcapil.Bot.Core.Casework.Deadlines;
using Dukcapil.Bot.Core.Content;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Core.Time;
using Dukcapil.Bot.Dialogs.Engine;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Conversations;

/// <summary>
/// A file that could not be used although its case was sent in already: the paper is asked for again, and the resident is told which
/// one and why.
/// </summary>
public sealed class UnusableFiles(CaseStore cases, CaseTiming timing, BotContentHolder content, OfficeClock clock)
{
    /// <summary>What the resident is told; null when the file belongs to no case, or the case does not miss it.</summary>
    /// <param name="turn">The turn of the news about the file.</param>
    /// <param name="news">Names the file and why it was rejected.</param>
    /// <param name="cancellation">Stops the operation.</param>
    public async Task<IReadOnlyList<Reply>?> TellAsync(TurnContext turn, IncomingContent news, CancellationToken cancellation)
    {
        if (news is not { RejectedBecause: { } reasonKey, Files: [var file, ..] }) return null;
        var data = await turn.DataAsync(cancellation);
        if (await FindAsync(data, turn.AddressId, file.MediaId, cancellation) is not var (number, itemId)) return null;
        if (await cases.LockAsync(data, number, cancellation) is not { } edit) return null;
        if (edit.Workflow.Decide(edit.Snapshot(clock.Now), CaseRequest.Lose(itemId), Actor.System) is not Allowed decision) return null;

        var language = CaseMessages.LanguageOf(edit.Record);
        var reason = content.Current.Texts[reasonKey].In(language);
        edit.Move(decision);
        timing.Follow(edit);
        edit.SetBerkas(itemId, BerkasStatus.ReplacementNeeded, reason, clock.Now, null);
        edit.Note("berkas-refused", CaseActor.System, clock.Now, reason, ("berkas", itemId));
        await data.SaveChangesAsync(cancellation);
        return [new Reply(content.Current.Texts["kasus.foto-ditolak"].Fill(language, name => name switch
        {
            "nomor" => number,
            "berkas" => edit.Alur.Paper(itemId)?.Title.In(language) ?? itemId,
            _ => reason,
        }))];
    }

    /// <summary>The case and paper whose only photo the file is.</summary>
    private static async Task<(string Number, string ItemId)?> FindAsync(BotDbContext data, long addressId, Guid mediaId, CancellationToken cancellation)
    {
        var found = await (from file in data.CaseFiles
                           join record in data.Cases on file.CaseId equals record.Id
                           where file.MediaId == mediaId && file.SupersededAt == null && record.AddressId == addressId
                           where !data.CaseFiles.Any(other => other.CaseId == file.CaseId && other.ItemId == file.ItemId && other.SupersededAt == null
                               && data.Media.Any(media => media.Id == other.MediaId && (media.Status == "pending" || media.Status == "stored")))
                           select new { record.Number, file.ItemId }).FirstOrDefaultAsync(cancellation);
        return found is null ? null : (found.Number, found.ItemId);
    }
}
