using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Reminders.Register;

namespace Dukcapil.Bot.Core.Reminders.Imports;

/// <summary>How the database writes doubts, and which answers each may have.</summary>
public static class DoubtTerms
{
    /// <summary>Answer: the rows are not taken.</summary>
    public const string Reject = "reject";

    /// <summary>Answer: never married.</summary>
    public const string Never = "never";

    /// <summary>Answer: is or was married.</summary>
    public const string Ever = "ever";

    /// <summary>Answer: as the NIK says, month before day.</summary>
    public const string ByNik = "nik";

    /// <summary>Answer: as the file says, day before month.</summary>
    public const string ByFile = "file";

    private static readonly string[] Statuses = [.. Enum.GetValues<PersonStatus>().Select(RegisterTerms.Of), Reject];

    /// <summary>The term of a kind.</summary>
    public static string Of(DoubtKind kind) => SnakeCase.Of(kind.ToString());

    /// <summary>The kind of a term.</summary>
    public static DoubtKind Parse(string term) => Enum.Parse<DoubtKind>(term, ignoreCase: true);

    /// <summary>The answers a kind may have.</summary>
    public static IReadOnlyList<string> Answers(DoubtKind kind) => kind switch
    {
        DoubtKind.Status => Statuses,
        DoubtKind.Married => [Never, Ever, Reject],
        DoubtKind.Swapped => [ByNik, Reject],
        _ => [ByFile, Reject],
    };

    /// <summary>Why a row is not taken whose doubt was answered by <see cref="Reject"/>.</summary>
    internal static string RejectionOf(DoubtKind kind) => kind switch
    {
        DoubtKind.Status => RejectionCode.StatusUnknown,
        DoubtKind.Married => RejectionCode.MarriedUnknown,
        _ => RejectionCode.BirthDiffers,
    };
}
