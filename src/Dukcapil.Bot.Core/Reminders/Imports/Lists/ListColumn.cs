namespace Dukcapil.Bot.Core.Reminders.Imports.Lists;

/// <summary>What a column of a list tells.</summary>
internal enum ListColumn
{
    Nik,
    Name,
    BirthDate,
    Phone,
    Kelurahan,
    Kecamatan,
    Status,
    Married,
    Citizenship,
}
