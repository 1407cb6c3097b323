using System.Globalization;
using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Casework.Deadlines;
using Dukcapil.Bot.Core.Casework.Records;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Core.Messaging.Outbox;
using Dukcapil.Bot.Core.Messaging.Templates;
using Dukcapil.Bot.Core.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dukcapil.Bot.Core.Casework.Collecting;

/// <summary>
/// Reminds residents of results that wait for them, and closes cases that nobody collects, by the office's rule. Each case is locked and
/// looked at again before anything is done; the key of <c>collection_reminders</c> lets no reminder be written twice.
/// </summary>
public sealed class UncollectedResults(
    IDbContextFactory<BotDbContext> contexts, UncollectedReader reader, CaseStore cases, CaseTiming timing, CaseMessages messages, OutboxWriter outbox,
    OutboxSignal signal, OfficeClock clock, IOptions<CollectionOptions> options)
{
    /// <summary>Writes the reminders that are due, at most one a case. Returns how many.</summary>
    public Task<int> RemindAsync(CancellationToken cancellationToken) => EachAsync(
        item => item.HasWhatsApp && item.Rule.NextReminderOn(options.Value, clock) <= clock.Today, RemindAsync, cancellationToken);

    /// <summary>Closes what the rule closes, when the office lets the program do so. Returns how many.</summary>
    public async Task<int> CloseAsync(CancellationToken cancellationToken) => options.Value.ClosesItself
        ? await EachAsync(item => item.Rule.CloseOn(options.Value, clock) <= clock.Today, CloseAsync, cancellationToken)
        : 0;

    private async Task<int> EachAsync(
        Func<UncollectedCase, bool> isDue, Func<CaseEdit, UncollectedCase, CancellationToken, Task<bool>> doAsync, CancellationToken cancellationToken)
    {
        var done = 0;
        foreach (var item in (await reader.ListAsync(cancellationToken)).Where(isDue))
        {
            await using var data = await contexts.CreateDbContextAsync(cancellationToken);
            await using var transaction = await data.Database.BeginTransactionAsync(cancellationToken);
            if (await cases.TryLockAsync(data, item.Id, cancellationToken) is not { } edit || edit.VisitBefore != item.Visit) continue;
            if (edit.Record.Status != CaseStatus.InProgress || !await doAsync(edit, item, cancellationToken)) continue;
            await data.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            done++;
        }

        if (done > 0) signal.Signal.Raise();
        return done;
    }

    private async Task<bool> RemindAsync(CaseEdit edit, UncollectedCase item, CancellationToken cancellationToken)
    {
        var number = item.Rule.Reminders + 1;
        if (await edit.Data.CollectionReminders.AnyAsync(
            other => other.CaseId == item.Id && other.Visit == item.Visit && other.Number == number, cancellationToken)) return false;
        edit.Data.CollectionReminders
            .Add(new CollectionReminderRecord { CaseId = item.Id, Visit = item.Visit, Number = number, Day = clock.Today, At = clock.Now });
        edit.Note("collection-reminded", Actor.System, clock.Now, null, ("pengingat", number.ToString(CultureInfo.InvariantCulture)));
        var record = edit.Record;
        return await outbox.NoticeAsync(edit.Data, new Notice
        {
            AddressId = record.AddressId!.Value,
            CaseId = record.Id,
            Number = record.Number,
            Topic = TemplateTopics.News,
            Text = messages["kasus.belum-diambil"].Fill(CaseMessages.LanguageOf(record), name => name == "nomor" ? record.Number : null),
            DedupeKey = string.Create(CultureInfo.InvariantCulture, $"ambil/{record.Id}/{item.Visit}/{number}"),
            // Late in the evening nobody is written to: what could not go by then is not sent at all.
            ExpiresAt = clock.At(clock.Today.ToDateTime(QuietTimes.Evening)),
        }, cancellationToken) > 0;
    }

    private Task<bool> CloseAsync(CaseEdit edit, UncollectedCase item, CancellationToken cancellationToken)
    {
        if (edit.Workflow.Decide(
            edit.Snapshot(clock.Now), CaseRequest.CloseUncollected(), Actor.System) is not Allowed decision) return Task.FromResult(false);
        edit.Move(decision);
        edit.Close(null, clock.Now);
        edit.Note("not-collected", Actor.System, clock.Now);
        timing.Follow(edit);
        edit.PushShared("kasus.tidak-diambil", clock.Now);
        return Task.FromResult(true);
    }
}
