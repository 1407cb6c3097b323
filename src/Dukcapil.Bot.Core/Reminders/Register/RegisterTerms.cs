namespace Dukcapil.Bot.Core.Reminders.Register;

/// <summary>How the database writes the register's terms.</summary>
public static class RegisterTerms
{
    /// <summary>Who changes a person: a list of the office.</summary>
    public const string Import = "import";

    /// <summary>Who changes a person: an officer.</summary>
    public const string Staff = "staff";

    /// <summary>The term of a status.</summary>
    public static string Of(PersonStatus status) => status switch
    {
        PersonStatus.Unrecorded => "unrecorded",
        PersonStatus.Recorded => "recorded",
        PersonStatus.Died => "died",
        PersonStatus.Moved => "moved",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>The status of a term.</summary>
    public static PersonStatus ParseStatus(string term) => Enum.GetValues<PersonStatus>().Single(status => Of(status) == term);

    /// <summary>The term of what is known of a number.</summary>
    public static string Of(PhoneStatus status) => status switch
    {
        PhoneStatus.Unknown => "unknown",
        PhoneStatus.Good => "good",
        PhoneStatus.Wrong => "wrong",
        PhoneStatus.NotMine => "not_mine",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>What is known of a number, of a term.</summary>
    public static PhoneStatus ParsePhoneStatus(string term) => Enum.GetValues<PhoneStatus>().Single(status => Of(status) == term);
}
