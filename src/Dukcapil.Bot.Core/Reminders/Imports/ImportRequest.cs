namespace Dukcapil.Bot.Core.Reminders.Imports;

/// <summary>A list that is to be imported.</summary>
/// <param name="FileName">Name of the file; folders before it are dropped.</param>
/// <param name="FileBytes">Its length, as far as it is known beforehand; it serves the progress bar only.</param>
/// <param name="StartedBy">Who imports it; null at the command line.</param>
public sealed record ImportRequest(string FileName, long? FileBytes, Guid? StartedBy);

/// <summary>An import that has come to an end, or to questions.</summary>
/// <param name="Id">The import.</param>
/// <param name="Phase">How it ended.</param>
public sealed record ImportEnd(long Id, ImportPhase Phase);
