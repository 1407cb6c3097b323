namespace Dukcapil.Bot.Content;

/// <summary>One fault found in the content files, said so that an officer can find and mend it.</summary>
/// <param name="File">Path relative to the content folder.</param>
/// <param name="Line">Line in the file, from 1.</param>
/// <param name="Message">What is wrong and what to do, in one English sentence.</param>
public sealed record ContentProblem(string File, int Line, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => $"{File}:{Line}: {Message}";
}
