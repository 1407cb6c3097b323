using System.Globalization;
using Dukcapil.Bot.Load.Hosts;

namespace Dukcapil.Bot.Load.Storming;

/// <summary>
/// The hosts, each at an address of its own that outlives the process behind it. Plain ones send numbered text instead of lists.
/// </summary>
internal sealed class Fleet(LoadOptions options, LoadDatabase database, string provider, TimeProvider time, bool isPlain = false,
    IReadOnlyDictionary<string, string>? more = null) : IAsyncDisposable
{
    /// <summary>Shorter than in production, so that a run lasts minutes: everything that waits by the clock.</summary>
    private static readonly Dictionary<string, string> Pauses = new(StringComparer.Ordinal)
    {
        ["Twilio__AnswerWithin"] = "00:00:02",
        ["Outbox__Lease"] = "00:00:10",
        ["Outbox__ListLag"] = "00:00:02",
        ["Jobs__ReconcileOutbox__Cron"] = "0/3 * * * * ?",
        ["Jobs__FetchMissed__Cron"] = "1/5 * * * * ?",
        ["Missed__Grace"] = "00:00:06",
        ["Missed__Overlap"] = "00:01:00",
        ["Jobs__MoveOffers__Cron"] = "0/5 * * * * ?",
    };

    private static readonly Dictionary<string, string> Plain = new(Pauses, StringComparer.Ordinal) { ["Twilio__Interactive"] = "false" };

    private readonly Dictionary<string, string> _settings = new(
        [.. isPlain ? Plain : Pauses, .. more ?? new Dictionary<string, string>(StringComparer.Ordinal)], StringComparer.Ordinal);
    private readonly HostProcess?[] _hosts = new HostProcess?[options.Replicas];

    /// <summary>Where the hosts are, running or not.</summary>
    public IReadOnlyList<Uri> Addresses { get; } = Enumerable.Range(0, options.Replicas).Select(_ => HostProcess.FreeAddress()).ToList();

    /// <summary>What was changed from production, for the report.</summary>
    public static string Settings => string.Join(", ", Pauses.Select(
        pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key.Replace("__", ":", StringComparison.Ordinal)}={pair.Value}")));

    /// <summary>Starts one and waits until it is ready. Returns how long that took.</summary>
    public async Task<TimeSpan> StartAsync(int which)
    {
        var host = await HostProcess.StartAsync(
            HostProgram.Path, database.HostLogin, provider, Addresses[0], options.Log, time, Addresses[which], _settings);
        _hosts[which] = host;
        return host.StartedIn;
    }

    /// <summary>Kills one as a power cut does.</summary>
    public async Task KillAsync(int which)
    {
        var host = _hosts[which]!;
        _hosts[which] = null;
        await host.KillAsync();
        await host.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts)
            if (host is not null) await host.DisposeAsync();
    }
}
