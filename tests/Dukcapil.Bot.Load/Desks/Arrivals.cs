using System.Collections.Concurrent;
using Dukcapil.Bot.Load.Hosts;
using Npgsql;

namespace Dukcapil.Bot.Load.Desks;

/// <summary>Looks every few milliseconds which cases have left the first desk and are somebody else's to work on.</summary>
internal sealed class Arrivals : IAsyncDisposable
{
    private const string Question = "select id from cases where id = any($1) and status = 'InProgress' and left_first_desk";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(3), Longest = TimeSpan.FromMinutes(2);
    private readonly ConcurrentDictionary<long, TaskCompletionSource<long>> _open = new();
    private readonly CancellationTokenSource _ending = new();
    private readonly NpgsqlDataSource _source;
    private readonly TimeProvider _time;
    private Task _looking = Task.CompletedTask;

    private Arrivals(NpgsqlDataSource source, TimeProvider time) => (_source, _time) = (source, time);

    /// <summary>Begins to look.</summary>
    public static async Task<Arrivals> WatchAsync(LoadDatabase database, TimeProvider time)
    {
        var arrivals = new Arrivals(NpgsqlDataSource.Create(database.Owner), time);
        var connection = await arrivals._source.OpenConnectionAsync();
        var command = new NpgsqlCommand(Question, connection);
        command.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = [] });
        await command.PrepareAsync();
        arrivals._looking = arrivals.LookAsync(connection, command);
        return arrivals;
    }

    /// <summary>The moment at which a case is first seen at its next desk.</summary>
    public Task<long> Of(long caseId) =>
        _open.GetOrAdd(caseId, _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task.WaitAsync(Longest, _time);

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await _looking;
        await _source.DisposeAsync();
        _ending.Dispose();
    }

    private async Task LookAsync(NpgsqlConnection connection, NpgsqlCommand command)
    {
        await using (connection)
        await using (command)
        {
            while (!_ending.IsCancellationRequested)
            {
                ((NpgsqlParameter<long[]>)command.Parameters[0]).TypedValue = [.. _open.Keys];
                await using (var reader = await command.ExecuteReaderAsync())
                    while (await reader.ReadAsync())
                        if (_open.TryRemove(reader.GetInt64(0), out var waiting)) waiting.SetResult(_time.GetTimestamp());
                await Task.Delay(Pause, _time, _ending.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
