using System.Collections.Concurrent;
using System.Globalization;
using Dukcapil.Bot.Core.Time;
using Dukcapil.Bot.Tests.Fixtures;
using Dukcapil.Bot.Web.Jobs;
using Hangfire.Client;
using Hangfire.Common;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Dukcapil.Bot.Tests.Scheduling;

/// <summary>
/// Fifteen months in which two hosts come and go: Hangfire's scheduler wakes the rows by its own storage, the rule of the rows decides.
/// What would run is only noted.
/// </summary>
internal sealed class SimulatedYear : IClientFilter
{
    private static readonly ConcurrentDictionary<int, Lazy<Task<IReadOnlyList<Run>>>> Years = new();

    private readonly FakeTimeProvider _time = new(Year.Wib(Wakings.First));
    private readonly OfficeClock _clock;
    private readonly List<Woken> _woken = [];
    private readonly List<(Woken Run, DateTimeOffset Until)> _postponed = [];
    private readonly List<Run> _runs = [];
    private RecurringJobPlans _plans = null!;

    private SimulatedYear() => _clock = Year.Clock(_time, Year.Calendar(2026, 2027));

    /// <summary>Every run of a year of a seed; simulated once for all tests.</summary>
    public static Task<IReadOnlyList<Run>> RunsAsync(MigratedDatabase databases, int seed) =>
        Years.GetOrAdd(seed, _ => new(() => Task.Run(() => new SimulatedYear().SimulateAsync(databases, new Wakings(seed))))).Value;

    /// <inheritdoc/>
    public void OnCreating(CreatingContext context)
    {
        context.Canceled = true;
        _woken.Add(new Woken(
            (string)context.Job.Args[0],
            Utc(context.GetJobParameter<DateTime>("First")),
            Utc(JobHelper.FromTimestamp((long)context.Parameters["Time"]))));
    }

    /// <inheritdoc/>
    public void OnCreated(CreatedContext context)
    {
        // Nothing is written.
    }

    private async Task<IReadOnlyList<Run>> SimulateAsync(MigratedDatabase databases, Wakings wakings)
    {
        await using var database = await databases.CreateAsync();
        await using var nothing = new ServiceCollection().BuildServiceProvider();
        var hosts = Enumerable.Range(0, 2).Select(_ => new JobHost(database.ConnectionString, nothing, _time, this)).ToList();
        _plans = hosts[0].Plans;
        hosts[0].Desk.Plan();
        var moments = 0;
        var next = await hosts[0].NextDueAsync();
        foreach (var at in wakings.All())
        {
            _time.AdjustTime(Year.Wib(at));
            // A host looks every second; where nothing is due, looking changes nothing.
            if (next <= _time.GetUtcNow())
            {
                // The hosts take turns, and now and then look at the same moment.
                var up = wakings.Up(at);
                foreach (var host in ++moments % 10 == 0 ? up : [up[moments % up.Length]]) hosts[host].Schedule();
                next = await hosts[0].NextDueAsync();
            }

            Decide(at);
        }

        return _runs;
    }

    private void Decide(DateTime at)
    {
        var due = _woken.Concat(_postponed.Where(one => one.Until <= _time.GetUtcNow()).Select(one => one.Run)).ToList();
        _woken.Clear();
        _postponed.RemoveAll(one => one.Until <= _time.GetUtcNow());
        foreach (var woken in due)
        {
            var row = _plans.Find(woken.Name)!;
            switch (RunRule.Planned(row, woken.First, woken.At, _clock))
            {
                case RunDecision.Now now:
                    _runs.Add(new Run(woken.Name, KeyOf(woken, now.Day), at));
                    break;
                case RunDecision.Later later:
                    _postponed.Add((woken, later.At));
                    break;
            }
        }
    }

    private string KeyOf(Woken woken, DateOnly day) => woken.Name == "CloseBookings"
        ? _clock.Local(woken.At).ToString("yyyy-MM-dd HH.mm", CultureInfo.InvariantCulture)
        : day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateTimeOffset Utc(DateTime time) => new(DateTime.SpecifyKind(time, DateTimeKind.Utc));

    private sealed record Woken(string Name, DateTimeOffset First, DateTimeOffset At);
}

/// <summary>A run that a host made.</summary>
/// <param name="Name">The row.</param>
/// <param name="Key">The planned day, or day and time, it stands for.</param>
/// <param name="At">The local time of the waking.</param>
internal sealed record Run(string Name, string Key, DateTime At);
