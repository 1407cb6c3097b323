using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Reminders.Register.Records;
using Dukcapil.Bot.Core.Time;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Reminders.Register;

/// <summary>
/// Statements of officers about people of the register, each one transaction; triggers write the history. No later list reopens what an
/// officer closed; an officer can, with a reason.
/// </summary>
public sealed class StaffRegister(IDbContextFactory<BotDbContext> contexts, OfficeClock clock)
{
    /// <summary>Longest reason.</summary>
    public const int LongestReason = 300;

    /// <summary>
    /// States something. Refused when the person changed since the page showed them, when it is so already, when there is no number to
    /// speak of, and when somebody is opened again without a reason.
    /// </summary>
    public async Task<Outcome> MarkAsync(PersonCommand command, PersonMark mark, string? reason, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (reason?.Length > LongestReason) return Outcome.Refused("teks-terlalu-panjang");
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await data.Database.BeginTransactionAsync(cancellationToken);
        await data.Database.ExecuteSqlAsync($"select from unrecorded_people where id = {command.PersonId} for update", cancellationToken);
        var person = await data.UnrecordedPeople.SingleOrDefaultAsync(record => record.Id == command.PersonId, cancellationToken);
        if (person is null) return Outcome.Refused("orang-tidak-ada");
        if (person.Version != command.Version) return Outcome.Refused("orang-sudah-berubah");
        if (mark == PersonMark.Unrecorded && string.IsNullOrWhiteSpace(reason)) return Outcome.Refused("alasan-kosong");
        if (Apply(person, mark) is { } refusal) return Outcome.Refused(refusal);
        (person.ActorKind, person.ActorId, person.UpdatedAt) = (RegisterTerms.Staff, command.By.Id, clock.Now);
        person.Reason = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim();
        await data.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Outcome.Done;
    }

    private static string? Apply(UnrecordedPersonRecord person, PersonMark mark)
    {
        if (PhoneStatusOf(mark) is { } phone)
        {
            if (person.PhoneHash is null) return "orang-tanpa-nomor";
            if (person.PhoneStatus == phone) return "orang-sudah-begitu";
            person.PhoneStatus = phone;
            return null;
        }

        if (person.Status == StatusOf(mark)) return "orang-sudah-begitu";
        person.Status = StatusOf(mark);
        return null;
    }

    private static PhoneStatus? PhoneStatusOf(PersonMark mark) => mark switch
    {
        PersonMark.PhoneWrong => PhoneStatus.Wrong,
        PersonMark.PhoneNotMine => PhoneStatus.NotMine,
        PersonMark.PhoneGood => PhoneStatus.Good,
        _ => null,
    };

    private static PersonStatus StatusOf(PersonMark mark) => mark switch
    {
        PersonMark.Recorded => PersonStatus.Recorded,
        PersonMark.Died => PersonStatus.Died,
        PersonMark.Moved => PersonStatus.Moved,
        _ => PersonStatus.Unrecorded,
    };
}
