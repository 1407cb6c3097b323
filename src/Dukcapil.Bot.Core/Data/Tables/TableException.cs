namespace Dukcapil.Bot.Core.Data.Tables;

/// <summary>Why a file of rows cannot be read.</summary>
public enum TableProblem
{
    /// <summary>It is a damaged spreadsheet, or an archive of something else.</summary>
    NoSpreadsheet,

    /// <summary>It, or what it unpacks to, is larger than allowed.</summary>
    TooLarge,

    /// <summary>More than one of its sheets has rows: which is meant is not known.</summary>
    SeveralSheets,
}

/// <summary>A file of rows cannot be read as a whole.</summary>
public sealed class TableException(TableProblem problem, Exception? cause = null) : Exception(problem.ToString(), cause)
{
    /// <summary>Why.</summary>
    public TableProblem Problem { get; } = problem;
}
