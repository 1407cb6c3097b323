using Dukcapil.Bot.Core.Reminders.Register;
using Dukcapil.Bot.Dialogs.Recognizers;

namespace Dukcapil.Bot.Core.Reminders.Imports.Lists;

/// <summary>Says of a row whom it tells of, or what is wrong with it: the first thing in the order of the columns here.</summary>
internal sealed class RowRules(KelurahanNames places, DateOnly today)
{
    private const int LongestName = 100;
    private const int OldestAge = 120;
    private const int LongestAsked = 60;
    private const int MostDigitsAsked = 4;

    /// <summary>Checks the values of a row.</summary>
    /// <param name="cell">The value of a column, empty when the list has none.</param>
    public (ListPerson? Person, RowFault? Fault) Check(Func<ListColumn, string> cell)
    {
        var written = cell(ListColumn.Nik);
        var nik = NikCell.Digits(written);
        if (NikFault(nik, written) is { } nikFault) return (null, nikFault);
        var name = string.Join(' ', cell(ListColumn.Name).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (NameFault(name) is { } nameFault) return (null, nameFault);
        if (BirthFault(cell(ListColumn.BirthDate), nik, out var birth, out var birthDoubt) is { } birthFault) return (null, birthFault);
        var (phone, noPhone) = ListTerms.Phone(cell(ListColumn.Phone));
        if (noPhone is not null) return (null, new RowFault(noPhone, ListColumn.Phone));
        var (statusSaid, marriedSaid) = (cell(ListColumn.Status), cell(ListColumn.Married));
        var (status, married) = (ListTerms.Status(statusSaid), MaritalStatusReader.EverMarried(marriedSaid));
        if (status is null && !IsAskable(statusSaid)) return (null, new RowFault(RejectionCode.StatusUnknown, ListColumn.Status));
        if (married is null && !IsAskable(marriedSaid)) return (null, new RowFault(RejectionCode.MarriedUnknown, ListColumn.Married));
        if (!ListTerms.IsCitizen(cell(ListColumn.Citizenship)))
            return (null, new RowFault(RejectionCode.Foreigner, ListColumn.Citizenship));
        var person = new ListPerson(
            nik, name, birth, phone, places.Find(cell(ListColumn.Kelurahan), cell(ListColumn.Kecamatan)),
            status ?? PersonStatus.Unrecorded, married ?? false,
            status is null ? Asked(statusSaid) : null, married is null ? Asked(marriedSaid) : null, birthDoubt);
        return (person, null);
    }

    // A long value, or one with many digits, is of another column and may be about a person: it is not shown as a question.
    private static bool IsAskable(string said) => said.Length <= LongestAsked && said.Count(char.IsDigit) <= MostDigitsAsked;

    private static string Asked(string said) =>
        string.Join(' ', said.ToUpperInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static RowFault? NikFault(string nik, string written)
    {
        var code = nik.Length == 0 ? RejectionCode.NikMissing : NikRules.CheckNik(nik) switch
        {
            IdNumberFault.None => null,
            IdNumberFault.TooShort or IdNumberFault.TooLong => RejectionCode.NikLength,
            IdNumberFault.NotDigits when NikCell.IsRounded(written) => RejectionCode.NikRounded,
            IdNumberFault.NotDigits => RejectionCode.NikCharacters,
            IdNumberFault.ZeroSequence => RejectionCode.NikSequence,
            _ => RejectionCode.NikDate,
        };
        var detail = code == RejectionCode.NikLength ? nik.Length.ToString(System.Globalization.CultureInfo.InvariantCulture) : null;
        return code is null ? null : new RowFault(code, ListColumn.Nik, detail);
    }

    private static RowFault? NameFault(string name)
    {
        if (name.Length == 0) return new RowFault(RejectionCode.NameMissing, ListColumn.Name);
        return name.Length > LongestName || name.Any(char.IsDigit) || !name.Any(char.IsLetter)
            ? new RowFault(RejectionCode.NameUnreadable, ListColumn.Name)
            : null;
    }

    // The NIK's own date tells in which order day and month were written; a NIK may also hold a wrong date, as some do.
    private RowFault? BirthFault(string text, string nik, out DateOnly birth, out DoubtKind? doubt)
    {
        (birth, doubt) = (default, null);
        if (text.Length == 0) return new RowFault(RejectionCode.BirthMissing, ListColumn.BirthDate);
        var read = DateReader.ReadCell(text, today);
        var fits = read?.Date is { } written && NikRules.HasBirthDate(nik, written);
        if (!fits && read?.Swapped is { } swapped && NikRules.HasBirthDate(nik, swapped)) (birth, doubt) = (swapped, DoubtKind.Swapped);
        else if (read?.Date is { } date) (birth, doubt) = (date, fits ? null : DoubtKind.Differs);
        else return new RowFault(RejectionCode.BirthUnreadable, ListColumn.BirthDate);
        return birth > today || birth < today.AddYears(-OldestAge)
            ? new RowFault(RejectionCode.BirthImpossible, ListColumn.BirthDate)
            : null;
    }
}
