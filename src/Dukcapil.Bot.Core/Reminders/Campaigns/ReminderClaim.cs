namespace Dukcapil.Bot.Core.Reminders.Campaigns;

/// <summary>Claim of a resident in answer to a reminder, as the list shows it, masked.</summary>
/// <param name="Id">Key.</param>
/// <param name="PersonId">Key of the person in the register.</param>
/// <param name="Kind"><c>recorded</c> or <c>not_mine</c>.</param>
/// <param name="SaidAt">When.</param>
/// <param name="Campaign">What was answered.</param>
/// <param name="Name">The person's name, masked.</param>
/// <param name="Nik">The NIK, masked.</param>
/// <param name="Place">Code of the kelurahan, or null.</param>
public sealed record ReminderClaim(
    long Id, long PersonId, string Kind, DateTimeOffset SaidAt, string Campaign, string Name, string Nik, string? Place);

/// <summary>The person of a claim in full, for comparing with SIAK.</summary>
/// <param name="Id">The claim.</param>
/// <param name="Name">Name.</param>
/// <param name="Nik">NIK.</param>
/// <param name="BirthDate">Birth date, as the office gave it.</param>
public sealed record ReminderPerson(long Id, string Name, string Nik, DateOnly BirthDate);
