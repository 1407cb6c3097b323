using System.Globalization;
using Dukcapil.Bot.Load.Driving;
using Dukcapil.Bot.Load.Hosts;
using Dukcapil.Bot.Load.Provider;
using Dukcapil.Bot.Load.Residents;

namespace Dukcapil.Bot.Load.Measuring;

/// <summary>Writes what was measured for people.</summary>
internal sealed class Report(TextWriter writer, TimeProvider time)
{
    private const double Megabyte = 1024 * 1024;

    public void Line(FormattableString text) => writer.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    /// <summary>The webhook's answer times alone.</summary>
    public void Answers(string what, IEnumerable<TurnTimes> turns) =>
        writer.WriteLine($"{what}: answered {Between(turns, turn => turn.Answered)}");

    public void Turns(LoadOptions options, IReadOnlyCollection<TurnTimes> turns, TimeSpan took)
    {
        var load = options.Rate is { } rate ? $"{rate} turns/s" : $"saturation, {options.Connections} connections";
        Line($"{load}, {options.Replicas} host(s), {options.Residents} residents, {took.TotalSeconds:F1} s");
        Line($"  turns handled         {turns.Count / took.TotalSeconds:F0} a second");
        Line($"  webhook answered      {Between(turns, turn => turn.Answered)}");
        Line($"  reply at the provider {Between(turns, turn => turn.Sent)}");
    }

    /// <summary>CPU time a turn: unlike turns a second, it hardly changes when other programs use the machine.</summary>
    public void Cpu(int turns, TimeSpan took, IReadOnlyList<(string Name, TimeSpan Used)> parts)
    {
        foreach (var (name, used) in parts)
            Line($"  CPU, {name,-20}{used.TotalMicroseconds / turns,6:F0} us a turn, {used / took:F2} cores");
    }

    public void Memory(IEnumerable<HostProcess> hosts)
    {
        var memory = hosts.Select(host => (host.MostMemory / Megabyte).ToString("F0", CultureInfo.InvariantCulture));
        writer.WriteLine($"host memory, largest resident set: {string.Join(" + ", memory)} MB");
    }

    public void Ratio(double turns, double before, double after)
    {
        var yardstick = (before + after) / 2;
        Line($"  yardstick             pgbench {before:F0} before, {after:F0} after: ratio {turns / yardstick:F2}");
    }

    /// <summary>What must be zero, and the database's own count beside the driver's. Returns whether it is.</summary>
    public bool Proof(Town town, Driver driver, FakeProvider provider, long inbox, long sent)
    {
        var turns = town.Turns.Count;
        Line($"proof: {turns} turns; refused {driver.Refused}, lost {town.Unanswered}, double {town.Doubles}, out of order {town.Wrong}");
        Line($"       in the database: {inbox} messages in, {sent} replies sent");
        if (provider.Callbacks is { } callbacks) Line($"       callbacks refused {callbacks.Refused}");
        return driver.Refused == 0 && town is { Unanswered: 0, Doubles: 0, Wrong: 0 } && inbox == sent;
    }

    private Spread Between(IEnumerable<TurnTimes> turns, Func<TurnTimes, long> end) =>
        new(turns.Where(turn => end(turn) > 0).Select(turn => time.GetElapsedTime(turn.Due, end(turn)).TotalMilliseconds));
}
