using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Content;
using Dukcapil.Bot.Core.Casework;
using Dukcapil.Bot.Core.Casework.Records;
using Dukcapil.Bot.Core.Content;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Messaging.Channels;
using Dukcapil.Bot.Core.Messaging.Records;
using Microsoft.Bot.Builder;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Conversations.Filters;

/// <summary>
/// A file that could not be used although its case was sent in already: the paper is asked for again, and the resident is told which
/// one and why. News of a file that belongs to no case, or that its case does not miss, goes on to the dialog.
/// </summary>
public sealed class RefusedFileFilter(CaseOperations cases, BotContentHolder content) : IMiddleware
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
        if (await FindAsync(data, turn.AddressId, file.MediaId, cancellationToken) is not { } found) return null;

        var language = found.Language == "en" ? Language.En : Language.Id;
        var reason = content.Current.Texts[reasonKey].In(language);
        var command = new CaseCommand(CaseRequest.Lose(found.ItemId, reason)) { Number = found.Number };
        if ((await cases.ApplyAsync(data, command, Actor.System, cancellationToken)).Value is not { } change) return null;
        return content.Current.Texts["kasus.foto-ditolak"].Fill(language, name => name switch
        {
            "nomor" => found.Number,
            "berkas" => change.Alur.Paper(found.ItemId)?.Title.In(language) ?? found.ItemId,
            _ => reason,
        });
    }

    /// <summary>The case and paper whose only photo the file is, and the language of the case.</summary>
    private static async Task<LostPaper?> FindAsync(BotDbContext data, long addressId, Guid mediaId, CancellationToken cancellationToken) =>
        await (from file in data.CaseFiles
               join record in data.Cases on file.CaseId equals record.Id
               where file.MediaId == mediaId && file.SupersededAt == null && record.AddressId == addressId
               where !data.Set<CaseFileRecord>().Any(other => other.CaseId == file.CaseId && other.ItemId == file.ItemId && other.SupersededAt == null
                   && data.Set<MediaRecord>().Any(media => media.Id == other.MediaId && (media.Status == "pending" || media.Status == "stored")))
               select new LostPaper(record.Number, file.ItemId, record.Language)).FirstOrDefaultAsync(cancellationToken);

    private sealed record LostPaper(string Number, string ItemId, string Language);
}
