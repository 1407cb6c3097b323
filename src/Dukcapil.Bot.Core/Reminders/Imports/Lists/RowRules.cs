using Dukcapil.Bot.Dialogs.Recognizers;

namespace Dukcapil.Bot.Core.Reminders.Imports.Lists;

/// <summary>Says of a row whom it tells of, or what is wrong with it: the first thing in the order of the columns here.</summary>
internal sealed class RowRules(PlaceNames places, DateOnly today)
{
    private const int LongestName = 100;
    private const int OldestAge = 120;

    /// <summary>Checks the values of a row.</summary>
    /// <param name="cell">The value of a column, empty when the list has none.</param>
    public (ListPerson? Person, RowFault? Fault) Check(Func<ListColumn, string> cell)
    {
        var nik = cell(ListColumn.Nik).Replace(" ", "", StringComparison.Ordinal);
        if (NikFault(nik) is { } nikFault) return (null, nikFault);
        var name = string.Join(' ', cell(ListColumn.Name).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (NameFault(name) is { } nameFault) return (null, nameFault);
        if (BirthFault(cell(ListColumn.BirthDate), out var birth) is { } birthFault) return (null, birthFault);
        var (phone, noPhone) = ListTerms.Phone(cell(ListColumn.Phone));
        if (noPhone is not null) return (null, new RowFault(noPhone, ListColumn.Phone));
        if (ListTerms.Status(cell(ListColumn.Status)) is not { } status) return (null, new RowFault(RejectionCode.StatusUnknown, ListColumn.Status));
        if (ListTerms.EverMarried(cell(ListColumn.Married)) is not { } married) return (null, new RowFault(RejectionCode.MarriedUnknown, ListColumn.Married));
        if (!ListTerms.IsCitizen(cell(ListColumn.Citizenship))) return (null, new RowFault(RejectionCode.Foreigner, ListColumn.Citizenship));
        return (new ListPerson(nik, name, birth, phone, places.Find(cell(ListColumn.Kelurahan), cell(ListColumn.Kecamatan)), status, married), null);
    }

    private static RowFault? NikFault(string nik)
    {
        var code = nik.Length == 0 ? RejectionCode.NikMissing : NikRules.CheckNik(nik) switch
        {
            IdNumberFault.None => null,
            IdNumberFault.TooShort or IdNumberFault.TooLong => RejectionCode.NikLength,
            IdNumberFault.NotDigits when IsRounded(nik) => RejectionCode.NikRounded,
            IdNumberFault.NotDigits => RejectionCode.NikCharacters,
            IdNumberFault.ZeroSequence => RejectionCode.NikSequence,
            _ => RejectionCode.NikDate,
        };
        var detail = code == RejectionCode.NikLength ? nik.Length.ToString(System.Globalization.CultureInfo.InvariantCulture) : null;
        return code is null ? null : new RowFault(code, ListColumn.Nik, detail);
    }

    // As spreadsheets write a long number: 3,67201E+15.
    private static bool IsRounded(string nik) => nik.Contains("E+", StringComparison.OrdinalIgnoreCase) && char.IsAsciiDigit(nik[0]);

    private static RowFault? NameFault(string name)
    {
        if (name.Length == 0) return new RowFault(RejectionCode.NameMissing, ListColumn.Name);
        return name.Length > LongestName || name.Any(char.IsDigit) || !name.Any(char.IsLetter)
            ? new RowFault(RejectionCode.NameUnreadable, ListColumn.Name)
            : null;
    }

    private RowFault? BirthFault(string text, out DateOnly birth)
    {
        birth = ListTerms.Date(text) ?? default;
        if (text.Length == 0) return new RowFault(RejectionCode.BirthMissing, ListColumn.BirthDate);
        if (birth == default) return new RowFault(RejectionCode.BirthUnreadable, ListColumn.BirthDate);
        return birth > today || birth < today.AddYears(-OldestAge) ? new RowFault(RejectionCode.BirthImpossible, ListColumn.BirthDate) : null;
    }
}
