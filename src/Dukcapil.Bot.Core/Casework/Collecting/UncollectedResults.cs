using System.Globalization;
using Dukcapil.Bot.Alur;
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
    IDbContextFactory<BotDbContext> contexts, UncollectedReader reader, CaseOperations cases, CaseMessages messages, OutboxWriter outbox,
    OutboxSignal signal, OfficeClock clock, IOptions<CollectionOptions> options)
{
    /// <summary>Writes the reminders that are due, at most one a case. Returns how many.</summary>
    public async Task<int> RemindAsync(CancellationToken cancellationToken)
    {
        var reminded = await EachAsync(
            item => item.HasWhatsApp && item.Rule.NextReminderOn(options.Value, clock) <= clock.Today, RemindAsync, cancellationToken);
        if (reminded > 0) signal.Signal.Raise();
        return reminded;
    }

    /// <summary>Closes what the rule closes, when the office lets the program do so. Returns how many.</summary>
    public async Task<int> CloseAsync(CancellationToken cancellationToken) => options.Value.ClosesItself
        ? await EachAsync(item => item.Rule.CloseOn(options.Value, clock) <= clock.Today, CloseAsync, cancellationToken)
        : 0;

    private async Task<int> EachAsync(
        Func<UncollectedCase, bool> isDue, Func<UncollectedCase, CancellationToken, Task<bool>> doAsync,
        CancellationToken cancellationToken)
    {
        var done = 0;
        foreach (var item in (await reader.ListAsync(cancellationToken)).Where(isDue))
            if (await doAsync(item, cancellationToken))
                done++;
        return done;
    }

    private static CaseCommand CommandOf(UncollectedCase item) =>
        new(CaseRequest.CloseUncollected()) { CaseId = item.Id, Visit = item.Visit };

    private async Task<bool> CloseAsync(UncollectedCase item, CancellationToken cancellationToken) =>
        (await cases.ApplyAsync(CommandOf(item), Actor.System, cancellationToken)).IsDone;

    private async Task<bool> RemindAsync(UncollectedCase item, CancellationToken cancellationToken)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await data.Database.BeginTransactionAsync(cancellationToken);
        // Nothing of the case changes, but only while it is locked is it certain that the result still waits.
        if (await cases.LockAsync(data, CommandOf(item), Actor.System, cancellationToken) is not { } change
            || change.VisitBefore != item.Visit || change.Record.Status != CaseStatus.InProgress) return false;
        if (!await WriteReminderAsync(change, item, cancellationToken)) return false;
        await data.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private async Task<bool> WriteReminderAsync(CaseChange change, UncollectedCase item, CancellationToken cancellationToken)
    {
        var number = item.Rule.Reminders + 1;
        if (await change.Data.CollectionReminders.AnyAsync(
            other => other.CaseId == item.Id && other.Visit == item.Visit && other.Number == number, cancellationToken)) return false;
        change.Data.CollectionReminders
            .Add(new CollectionReminderRecord { CaseId = item.Id, Visit = item.Visit, Number = number, Day = clock.Today, At = clock.Now });
        change.Note(CaseEvent.CollectionReminded, null, [("pengingat", number.ToString(CultureInfo.InvariantCulture))]);
        var record = change.Record;
        return await outbox.NoticeAsync(change.Data, new Notice
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
}
