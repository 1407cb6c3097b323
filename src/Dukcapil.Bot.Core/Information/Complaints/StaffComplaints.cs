using System.Globalization;
using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Content;
using Dukcapil.Bot.Core.Content;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Data.Protection;
using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Core.Messaging.Outbox;
using Dukcapil.Bot.Core.Messaging.Templates;
using Dukcapil.Bot.Core.Time;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Information.Complaints;

/// <summary>What officers do with complaints. State, history and message to the resident are one transaction.</summary>
public sealed class StaffComplaints(
    IDbContextFactory<BotDbContext> contexts, PersonalDataCipher cipher, BotContentHolder content,
    OutboxWriter outbox, OutboxSignal signal, OfficeClock clock)
{
    /// <summary>Longest answer: with what stands around it, it fits one message.</summary>
    public const int LongestAnswer = 1000;

    /// <summary>How long an answer may wait to be sent; later the resident can still ask for it by number.</summary>
    private static readonly TimeSpan AnswerLife = TimeSpan.FromDays(3);

    /// <summary>An officer looks into it.</summary>
    public Task<Outcome> TakeAsync(ComplaintCommand command, CancellationToken cancellationToken) =>
        ChangeAsync(command, ComplaintAct.Take, "taken", null, cancellationToken);

    /// <summary>Answers the resident on WhatsApp.</summary>
    public Task<Outcome> AnswerAsync(ComplaintCommand command, string text, CancellationToken cancellationToken) =>
        ChangeAsync(command, ComplaintAct.Answer, "answered", text, cancellationToken);

    /// <summary>Closes it, with a note for the office, and tells the resident that it is closed. Only a head does.</summary>
    public Task<Outcome> CloseAsync(ComplaintCommand command, string note, CancellationToken cancellationToken) =>
        ChangeAsync(command, ComplaintAct.Close, "closed", note, cancellationToken);

    private async Task<Outcome> ChangeAsync(
        ComplaintCommand command, ComplaintAct act, string action, string? text, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await data.Database.BeginTransactionAsync(cancellationToken);
        var complaint = await data.Complaints.FromSql($"select *, xmin from complaints where id = {command.Id} for update")
            .SingleOrDefaultAsync(cancellationToken);
        if (complaint is null) return Outcome.Refused(ComplaintRefusals.Unknown);
        var decision = ComplaintRules.Machine.Decide(complaint.State, act, new(complaint.ForHeads, command.By.Role));
        if (decision.Refusal is { } refusal) return Outcome.Refused(refusal);
        if (complaint.Version != command.Version) return Outcome.Refused(ComplaintRefusals.Changed);
        (complaint.State, complaint.UpdatedAt, complaint.AssigneeId) = (decision.State, clock.Now, command.By.Id);
        var note = new ComplaintEventRecord
        {
            ComplaintId = complaint.Id,
            At = clock.Now,
            Action = action,
            StaffId = command.By.Id,
            TextEnc = text is null ? null : cipher.Encrypt(text),
        };
        data.ComplaintEvents.Add(note);
        await data.SaveChangesAsync(cancellationToken);
        if (act is ComplaintAct.Answer or ComplaintAct.Close)
            await TellAsync(data, complaint, note, act == ComplaintAct.Answer ? text : null, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        signal.Signal.Raise();
        return Outcome.Done;
    }

    // Told without an answer: that it is closed, and how to reopen it. Nobody is told after an erasure.
    private async Task TellAsync(
        BotDbContext data, ComplaintRecord complaint, ComplaintEventRecord note, string? answer, CancellationToken cancellationToken)
    {
        var address = await data.Addresses.AsNoTracking().SingleAsync(one => one.Id == complaint.AddressId, cancellationToken);
        if (address.IsNobody) return;
        var number = ComplaintNumber.Of(complaint.Id);
        var text = content.Current.Texts[answer is null ? "pengaduan.ditutup" : "pengaduan.jawaban"];
        await outbox.NoticeAsync(data, new Notice
        {
            AddressId = complaint.AddressId,
            Code = number,
            Topic = TemplateTopics.Complaint,
            Text = text.Fill(address.Language == "en" ? Language.En : Language.Id, name => name == "nomor" ? number : answer),
            DedupeKey = string.Create(CultureInfo.InvariantCulture, $"pengaduan/{complaint.Id}/{note.Id}"),
            ExpiresAt = clock.Now + AnswerLife,
        }, cancellationToken);
    }
}

/// <summary>What an officer does to a complaint, as the page sent it.</summary>
/// <param name="Id">Key.</param>
/// <param name="Version">The row version the page showed: a complaint that changed since is not touched.</param>
/// <param name="By">Who.</param>
public sealed record ComplaintCommand(long Id, uint Version, StaffActor By);
