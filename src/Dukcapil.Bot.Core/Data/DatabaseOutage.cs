using System.Diagnostics.Metrics;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Dukcapil.Bot.Core.Data;

/// <summary>
/// An outage of the database as this host sees it. Every loop of the host meets it, some each second: it is logged once when it begins and
/// once when it is over, with a count of the faults in between (also <c>dukcapil.database.faults</c>). A full disk is an outage like a lost
/// connection.
/// </summary>
public sealed partial class DatabaseOutage(NpgsqlDataSource source, TimeProvider time, ILogger<DatabaseOutage> logger)
{
    private static readonly Counter<long> Faults = new Meter("Dukcapil.Bot").CreateCounter<long>(
        "dukcapil.database.faults", "{fault}", "Operations that failed because the database could not be reached or written");

    /// <summary>How often it is asked whether the database is back.</summary>
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    /// <summary>It is back when it answers and nothing has failed for so long: on a full disk reading goes on.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private DateTimeOffset? _since;
    private DateTimeOffset _last;
    private long _count;

    /// <summary>
    /// Whether a fault says that the database cannot be used just now, whoever asks for whatever: no connection, shutting down, no space,
    /// no memory, too many connections, a disk that fails. A statement that took too long says nothing of the kind: it may be that
    /// statement's fault, which must be logged and, in a turn, counted.
    /// </summary>
    public static bool IsOutage(Exception? fault) => fault switch
    {
        null => false,
        PostgresException refusal => refusal.SqlState[..2] is "08" or "53" or "58" || refusal.SqlState is "57P01" or "57P02" or "57P03",
        NpgsqlOperationInProgressException => false,
        NpgsqlException { InnerException: null or IOException or SocketException } => true,
        AggregateException several => several.InnerExceptions.All(IsOutage),
        _ => IsOutage(fault.InnerException),
    };

    /// <summary>
    /// Takes a fault of an outage: it is counted, and the first one logged. False for any other fault, which the caller logs.
    /// </summary>
    public bool Takes(Exception? fault)
    {
        if (fault is null || !(IsOutage(fault) || IsAftermath(fault))) return false;
        Faults.Add(1);
        var isFirst = false;
        lock (_lock)
        {
            (isFirst, _last) = (_since is null, time.GetUtcNow());
            _since ??= _last;
            _count++;
        }

        if (isFirst)
        {
            LogBegin(logger, NameOf(fault));
            _ = WatchAsync();
        }

        return true;
    }

    // Somebody who had a connection when it broke, or waits for an answer that cannot come.
    private bool IsAftermath(Exception fault)
    {
        lock (_lock) if (_since is null) return false;
        return fault is InvalidOperationException { Source: "Npgsql" } || IsTimeout(fault);
    }

    private static bool IsTimeout(Exception? fault) =>
        fault is NpgsqlException { InnerException: TimeoutException }
            || (fault is not (null or NpgsqlException) && IsTimeout(fault.InnerException));

    private async Task WatchAsync()
    {
        while (true)
        {
            await Task.Delay(Every, time);
            try
            {
                await using var command = source.CreateCommand("select 1");
                await command.ExecuteScalarAsync();
                if (End() is not var (count, lasted)) continue;
                LogEnd(logger, lasted.TotalSeconds, count);
                return;
            }
            catch (ObjectDisposedException)
            {
                return; // The host has ended.
            }
            catch (Exception fault) when (IsOutage(fault) || IsTimeout(fault))
            {
                lock (_lock) _last = time.GetUtcNow();
            }
        }
    }

    // What the outage came to, once it is over.
    private (long Count, TimeSpan Lasted)? End()
    {
        lock (_lock)
        {
            if (_since is not { } since || time.GetUtcNow() - _last < Quiet) return null;
            var ended = (_count, _last - since);
            (_since, _count) = (null, 0);
            return ended;
        }
    }

    private static string NameOf(Exception fault) => fault switch
    {
        PostgresException refusal => $"PostgreSQL {refusal.SqlState}",
        { InnerException: { } inner } => NameOf(inner),
        _ => fault.GetType().Name,
    };

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "The database cannot be used ({Fault}). Further faults of this are counted and not logged until it can.")]
    private static partial void LogBegin(ILogger logger, string fault);

    [LoggerMessage(
        Level = LogLevel.Warning, Message = "The database can be used again after {Seconds:F0} s; {Count} operations failed meanwhile.")]
    private static partial void LogEnd(ILogger logger, double seconds, long count);
}
