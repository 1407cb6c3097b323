using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Data.Protection;
using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Core.Reminders.Register.Records;
using Dukcapil.Bot.Core.Staff;
using Dukcapil.Bot.Core.Time;
using Dukcapil.Bot.Dialogs.Recognizers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dukcapil.Bot.Core.Reminders.Register;

/// <summary>
/// People of the register, masked. In full only for the desks of <see cref="Sight.Person"/>, and every such look is logged before anything
/// is shown (UU PDP 27/2022 Pasal 31 and 36).
/// </summary>
public sealed class PeopleReader(
    IDbContextFactory<BotDbContext> contexts, PersonalDataCipher cipher, MessageSealer sealer, OfficeClock clock,
    IOptions<RegisterOptions> options)
{
    private const int ShownDigits = 4;

    /// <summary>The person with exactly this NIK; null when nobody in the register has it.</summary>
    public async Task<long?> FindAsync(string nik, CancellationToken cancellationToken)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        var hash = RegisterSeal.HashNik(cipher, nik);
        return await data.UnrecordedPeople.Where(person => person.NikHash == hash).Select(person => (long?)person.Id)
            .SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>A person as everybody at a counter may see them; null for an unknown key.</summary>
    public async Task<PersonView?> ReadAsync(long id, CancellationToken cancellationToken)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        return await data.UnrecordedPeople.AsNoTracking().SingleOrDefaultAsync(record => record.Id == id, cancellationToken) is { } person
            ? await ViewAsync(data, person, false, cancellationToken)
            : null;
    }

    /// <summary>A person in full, logged; null for an unknown key and for a desk that may not.</summary>
    public async Task<PersonView?> RevealAsync(long id, StaffActor by, CancellationToken cancellationToken)
    {
        if (!ViewRights.MaySee(Sight.Person, by.Role)) return null;
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        if (await data.UnrecordedPeople.AsNoTracking()
            .SingleOrDefaultAsync(record => record.Id == id, cancellationToken) is not { } person) return null;
        data.AccessLog.Add(new AccessRecord { At = clock.Now, StaffId = by.Id, PersonId = id, What = AccessedData.Person });
        await data.SaveChangesAsync(cancellationToken);
        return await ViewAsync(data, person, true, cancellationToken);
    }

    private async Task<PersonView> ViewAsync(
        BotDbContext data, UnrecordedPersonRecord person, bool isFull, CancellationToken cancellationToken)
    {
        var (nik, name) = (cipher.DecryptText(person.NikEnc), cipher.DecryptText(person.NameEnc));
        var phone = person.PhoneEnc is null ? null : sealer.OpenText(person.PhoneEnc);
        var number = phone?[(phone.IndexOf(':', StringComparison.Ordinal) + 1)..];
        return new PersonView
        {
            Person = person,
            Nik = isFull ? nik : IdMask.Mask(nik),
            Name = isFull ? name : MaskName(name),
            Phone = isFull || number is null ? number : $"{number[..3]}…{number[^ShownDigits..]}",
            BirthDate = isFull ? person.BirthDate : null,
            Age = Age(person.BirthDate, clock.Today),
            IsDue = DueRule.Holds(person, DueRule.LatestBirth(clock.Today, options.Value.AheadDays)),
            Place = person.KelurahanCode is null ? null : Wilayah.Find(person.KelurahanCode),
            IsFull = isFull,
            Events = await EventsAsync(data, person.Id, cancellationToken),
        };
    }

    private static Task<List<PersonEvent>> EventsAsync(BotDbContext data, long id, CancellationToken cancellationToken) =>
        (from entry in data.UnrecordedEvents
         where entry.PersonId == id
         join member in data.Staff on entry.ActorId equals member.Id into members
         from member in members.DefaultIfEmpty()
         orderby entry.Id descending
         select new PersonEvent(
             entry.At, entry.What, entry.Before, entry.After, entry.ActorKind, member == null ? null : member.FullName, entry.Reason))
        .ToListAsync(cancellationToken);

    private static int Age(DateOnly birth, DateOnly today)
    {
        var years = today.Year - birth.Year;
        return birth > today.AddYears(-years) ? years - 1 : years;
    }

    // The first letter of each word: enough to see whether the person at the counter is meant.
    private static string MaskName(string name) =>
        string.Join(' ', name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => $"{word[0]}•••"));
}

/// <summary>A person of the register as a page shows them.</summary>
public sealed class PersonView
{
    /// <summary>The row, for what is not personal in it and its version.</summary>
    public required UnrecordedPersonRecord Person { get; init; }

    /// <summary>NIK, masked unless <see cref="IsFull"/>.</summary>
    public required string Nik { get; init; }

    /// <summary>Name, masked unless <see cref="IsFull"/>.</summary>
    public required string Name { get; init; }

    /// <summary>Telephone number, masked unless <see cref="IsFull"/>; null without one.</summary>
    public string? Phone { get; init; }

    /// <summary>Birth date; null while masked.</summary>
    public DateOnly? BirthDate { get; init; }

    /// <summary>Age in years today.</summary>
    public required int Age { get; init; }

    /// <summary>Whether the person is due for recording.</summary>
    public required bool IsDue { get; init; }

    /// <summary>Kelurahan; null for none of the city's.</summary>
    public Kelurahan? Place { get; init; }

    /// <summary>Whether everything is shown.</summary>
    public required bool IsFull { get; init; }

    /// <summary>What happened to the person here, newest first.</summary>
    public required IReadOnlyList<PersonEvent> Events { get; init; }
}

/// <summary>A line of a person's history.</summary>
/// <param name="At">When.</param>
/// <param name="What"><c>added, status, phone, phone_status</c>.</param>
/// <param name="Before">The term before.</param>
/// <param name="After">The term after.</param>
/// <param name="ActorKind">By whom: <c>import, staff, resident, system</c>.</param>
/// <param name="By">Name of the officer.</param>
/// <param name="Reason">Why.</param>
public sealed record PersonEvent(
    DateTimeOffset At, string What, string? Before, string? After, string ActorKind, string? By, string? Reason);
