namespace Dukcapil.Bot.Core.Reminders.Imports;

/// <summary>Why a file as a whole was not read. The register is as it was.</summary>
public static class ImportRefusal
{
    /// <summary>There is nothing in it.</summary>
    public const string Empty = "empty";

    /// <summary>The heading lacks a column that must be there, or names one twice; the detail says which.</summary>
    public const string MissingColumn = "missing-column";

    /// <summary>Two columns of the heading mean the same; the detail says what.</summary>
    public const string DoubleColumn = "double-column";

    /// <summary>It is no text: a spreadsheet, an archive, a picture.</summary>
    public const string NotText = "not-text";

    /// <summary>A value does not end: a quotation mark is missing.</summary>
    public const string OpenQuote = "open-quote";

    /// <summary>It is larger than allowed.</summary>
    public const string TooLarge = "too-large";

    /// <summary>More than one sheet of the spreadsheet has rows.</summary>
    public const string SeveralSheets = "several-sheets";

    /// <summary>Every NIK ends in 0: a spreadsheet kept 15 digits of each.</summary>
    public const string RoundedNumbers = "rounded-numbers";

    /// <summary>The program failed; the log says how.</summary>
    public const string Fault = "fault";
}
