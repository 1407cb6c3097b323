namespace Dukcapil.Bot.Core.Reminders.Imports;

/// <summary>Why a row of a list was not taken.</summary>
public static class RejectionCode
{
    /// <summary>Nothing stands where the NIK should.</summary>
    public const string NikMissing = "nik-missing";

    /// <summary>A NIK has 16 digits, this has another number of them; the detail says how many.</summary>
    public const string NikLength = "nik-length";

    /// <summary>The NIK has something else than digits.</summary>
    public const string NikCharacters = "nik-characters";

    /// <summary>A spreadsheet made the NIK a number, as in <c>3,67201E+15</c>: its last digits are lost.</summary>
    public const string NikRounded = "nik-rounded";

    /// <summary>The birth date in the NIK cannot exist.</summary>
    public const string NikDate = "nik-date";

    /// <summary>The sequence of the NIK is 0000.</summary>
    public const string NikSequence = "nik-sequence";

    /// <summary>The NIK stood in the file before; the detail says in which line. The first row that is right counts.</summary>
    public const string Repeated = "repeated";

    /// <summary>No name.</summary>
    public const string NameMissing = "name-missing";

    /// <summary>A name longer than 100 characters or with digits: probably another column.</summary>
    public const string NameUnreadable = "name-unreadable";

    /// <summary>No birth date.</summary>
    public const string BirthMissing = "birth-missing";

    /// <summary>The birth date is in no known form, or does not exist.</summary>
    public const string BirthUnreadable = "birth-unreadable";

    /// <summary>The birth date differs from the one in the NIK, and the importing officer rejected such rows.</summary>
    public const string BirthDiffers = "birth-differs";

    /// <summary>The birth date lies in the future or more than 120 years ago.</summary>
    public const string BirthImpossible = "birth-impossible";

    /// <summary>The telephone number cannot be read.</summary>
    public const string PhoneUnreadable = "phone-unreadable";

    /// <summary>A landline, a free-of-charge or a service number: nobody can be reminded there.</summary>
    public const string PhoneNotMobile = "phone-not-mobile";

    /// <summary>The status is not known.</summary>
    public const string StatusUnknown = "status-unknown";

    /// <summary>Whether the person is or was married cannot be read.</summary>
    public const string MarriedUnknown = "married-unknown";

    /// <summary>A foreigner: they have their own procedure.</summary>
    public const string Foreigner = "foreigner";

    /// <summary>The row has more values than the heading: a separator or a quotation mark is wrong.</summary>
    public const string TooManyValues = "too-many-values";
}
