using Dukcapil.Bot.Content;

namespace Dukcapil.Bot.Alur;

/// <summary>Collects the problems of one alur, each at the line of the part it is about.</summary>
internal sealed class AlurReport(AlurSource source)
{
    private readonly List<ContentProblem> _problems = [];

    internal IReadOnlyList<ContentProblem> Problems => _problems;

    internal void Add(object part, string message) => _problems.Add(new ContentProblem(source.Path, source.LineOf(part), message));
}
