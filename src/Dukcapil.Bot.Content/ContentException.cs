namespace Dukcapil.Bot.Content;

/// <summary>Content that cannot be loaded; holds every problem found, not only the first.</summary>
public sealed class ContentException(IReadOnlyList<ContentProblem> problems)
    : Exception($"{problems.Count} problem(s) in the content:{Environment.NewLine}{string.Join(Environment.NewLine, problems)}")
{
    /// <summary>All problems, in file order.</summary>
    public IReadOnlyList<ContentProblem> Problems { get; } = problems;
}
