using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Casework;
using Dukcapil.Bot.Core.Casework.Deadlines;
using Dukcapil.Bot.Core.Content;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Messaging.Channels;
using Dukcapil.Bot.Core.Time;
using Microsoft.Bot.Builder;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Conversations.Filters;

/// <summary>
/// A file that could not be used although its case was sent in already: the paper is asked for again, and the resident is told which
/// one and why. News of a file that belongs to no case, or that its case does not miss, goes on to the dialog.
/// </summary>
public sealed class RefusedFileFilter(CaseStore cases, CaseTiming timing, BotContentHolder content, OfficeClock clock) : IMiddleware
{
    /// <inheritdoc/>
    public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(next);
        return InboundActivity.RefusalOf(turnContext.Activity) is { } reason
            ? TellAsync(turnContext, reason, next, cancellationToken)
            : next(cancellationToken);
    }

    private async Task TellAsync(ITurnContext context, string reasonKey, NextDelegate next, CancellationToken cancellationToken)
    {
        if (await AskAgainAsync(ResidentTurn.Of(context), reasonKey, cancellationToken) is not { } text) await next(cancellationToken);
        else await context.SendActivityAsync(OutboundActivity.OfText(text), cancellationToken);
    }

    /// <summary>What the resident is told; null when there is nothing to ask for.</summary>
    private async Task<string?> AskAgainAsync(ResidentTurn turn, string reasonKey, CancellationToken cancellationToken)
    {
        if (InboundActivity.FilesOf(turn.Message) is not [var file, ..]) return null;
        var data = await turn.DataAsync(cancellationToken);
        if (await FindAsync(data, turn.AddressId, file.MediaId, cancellationToken) is not var (number, itemId)) return null;
        if (await cases.LockAsync(data, number, cancellationToken) is not { } edit) return null;
        if (edit.Workflow.Decide(edit.Snapshot(clock.Now), CaseRequest.Lose(itemId), Actor.System) is not Allowed decision) return null;

        var language = CaseMessages.LanguageOf(edit.Record);
        var reason = content.Current.Texts[reasonKey].In(language);
        edit.Move(decision);
        timing.Follow(edit);
        edit.SetBerkas(itemId, BerkasStatus.ReplacementNeeded, reason, clock.Now, null);
        edit.Note("berkas-refused", Actor.System, clock.Now, reason, ("berkas", itemId));
        await data.SaveChangesAsync(cancellationToken);
        return content.Current.Texts["kasus.foto-ditolak"].Fill(language, name => name switch
        {
            "nomor" => number,
            "berkas" => edit.Alur.Paper(itemId)?.Title.In(language) ?? itemId,
            _ => reason,
        });
    }

    /// <summary>The case and paper whose only photo the file is.</summary>
    private static async Task<(string Number, string ItemId)?> FindAsync(
        BotDbContext data, long addressId, Guid mediaId, CancellationToken cancellationToken)
    {
        var found = await (from file in data.CaseFiles
                           join record in data.Cases on file.CaseId equals record.Id
                           where file.MediaId == mediaId && file.SupersededAt == null && record.AddressId == addressId
                           where !data.CaseFiles.Any(other => other.CaseId == file.CaseId && other.ItemId == file.ItemId
                               && other.SupersededAt == null
                               && data.Media
                                   .Any(media => media.Id == other.MediaId && (media.Status == "pending" || media.Status == "stored")))
                           select new { record.Number, file.ItemId }).FirstOrDefaultAsync(cancellationToken);
        return found is null ? null : (found.Number, found.ItemId);
    }
}
