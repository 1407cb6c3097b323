using System.Globalization;

namespace Dukcapil.Bot.Load.Measuring;

/// <summary>Round trips, by what was executed in them.</summary>
internal sealed class StatementCounts
{
    private const int Shown = 74;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, (int Trips, IReadOnlyList<string> Statements)> _trips = new(StringComparer.Ordinal);

    /// <summary>Notes one round trip.</summary>
    public void Add(IReadOnlyList<string> statements)
    {
        var lines = statements.Select(Line).ToList();
        var key = string.Join('\n', lines);
        lock (_lock) _trips[key] = (_trips.GetValueOrDefault(key).Trips + 1, lines);
    }

    /// <summary>Forgets what was counted.</summary>
    public void Clear()
    {
        lock (_lock) _trips.Clear();
    }

    /// <summary>Writes a table, the most frequent first, divided by a number of turns.</summary>
    public void Write(TextWriter writer, int turns)
    {
        lock (_lock)
        {
            var trips = _trips.Values.Sum(trip => trip.Trips);
            var statements = _trips.Values.Sum(trip => trip.Trips * trip.Statements.Count);
            var (tripsATurn, statementsATurn) = ((double)trips / turns, (double)statements / turns);
            writer.WriteLine(Invariant(
                $"  {turns} turns: {tripsATurn:F2} round trips and {statementsATurn:F2} statements a turn, everything included"));
            foreach (var (count, lines) in _trips.Values.OrderByDescending(trip => trip.Trips))
            {
                if (count * 50 < turns) continue;
                writer.WriteLine(Invariant($"  {(double)count / turns,6:F2}  {lines[0]}"));
                foreach (var line in lines.Skip(1)) writer.WriteLine($"          {line}");
            }
        }
    }

    private static string Line(string sql)
    {
        var words = string.Join(' ', sql.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return words.Length <= Shown ? words : words[..Shown] + "…";
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
