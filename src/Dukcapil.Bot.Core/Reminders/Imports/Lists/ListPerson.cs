using Dukcapil.Bot.Core.Reminders.Register;

namespace Dukcapil.Bot.Core.Reminders.Imports.Lists;

/// <summary>Person of a row in plain text, kept only until it is encrypted.</summary>
/// <param name="Nik">16 digits.</param>
/// <param name="Name">As the list writes it.</param>
/// <param name="BirthDate">As the list tells it.</param>
/// <param name="Phone">Address of the telephone, <c>whatsapp:+62…</c>; null without one.</param>
/// <param name="KelurahanCode">Code of the kelurahan; null when it is none of the city's.</param>
/// <param name="Status">Where the person stands.</param>
/// <param name="EverMarried">Is or was married.</param>
/// <param name="StatusSaid">What the list says of the status, when that is not certain; <paramref name="Status"/> then means nothing
/// yet.</param>
/// <param name="MarriedSaid">What it says of marriage, when that is not certain.</param>
/// <param name="BirthDoubt">What is not certain of the birth date; null when the NIK says the same.</param>
internal sealed record ListPerson(
    string Nik, string Name, DateOnly BirthDate, string? Phone, string? KelurahanCode, PersonStatus Status, bool EverMarried,
    string? StatusSaid = null, string? MarriedSaid = null, DoubtKind? BirthDoubt = null)
{
    /// <summary>Whether anything is not certain.</summary>
    public bool IsDoubtful => StatusSaid is not null || MarriedSaid is not null || BirthDoubt is not null;
}

/// <summary>A row that is taken.</summary>
/// <param name="Person">Whom it tells of.</param>
/// <param name="Line">Line of the file on which it begins, from 1.</param>
/// <param name="Row">The row as it stands in the file, kept only while something in it is not certain.</param>
internal sealed record ListRow(ListPerson Person, int Line, byte[]? Row);

/// <summary>What is wrong with a row.</summary>
/// <param name="Code">See <see cref="RejectionCode"/>.</param>
/// <param name="Column">Where; null for the row as a whole.</param>
/// <param name="Detail">What the sentence needs besides; never personal data.</param>
internal sealed record RowFault(string Code, ListColumn? Column = null, string? Detail = null);

/// <summary>A row that is not taken.</summary>
/// <param name="Line">Line of the file on which it begins, from 1.</param>
/// <param name="Fault">Why.</param>
/// <param name="Row">The row as it stands in the file.</param>
internal sealed record ListRejection(int Line, RowFault Fault, byte[] Row);
