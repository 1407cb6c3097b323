namespace Dukcapil.Bot.Alur;

/// <summary>Line of each part of an alur in its file. Parts are compared by reference, not by content.</summary>
internal sealed class AlurLines
{
    private readonly Dictionary<object, int> _lines = new(ReferenceEqualityComparer.Instance);

    internal int Of(object part) => _lines.GetValueOrDefault(part, 1);

    internal T Note<T>(int line, T part) where T : notnull
    {
        _lines.TryAdd(part, line);
        return part;
    }
}
