using Npgsql;

namespace Dukcapil.Bot.Core.Queues;

/// <summary>
/// Hears from PostgreSQL of every change of the line, whichever host made it, and hands the board to <see cref="BoardFeed"/>. One
/// connection a host. While no board listens, nothing is read.
/// </summary>
public sealed class BoardListener(NpgsqlDataSource source, QueueBoard board, BoardFeed feed)
{
    /// <summary>Without news the board is read anew after this long: what was missed while a connection broke is made up for.</summary>
    private static readonly TimeSpan Refresh = TimeSpan.FromSeconds(20);

    /// <summary>Listens until it is stopped or the connection breaks; the caller begins again then.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await ExecuteAsync(connection, "listen queue", cancellationToken);
        try
        {
            while (true)
            {
                if (feed.Count > 0) feed.Publish(await board.ReadAsync(cancellationToken));
                // A connection that died without a word is found out by speaking to it.
                if (!await connection.WaitAsync(Refresh, cancellationToken)) await ExecuteAsync(connection, "select 1", cancellationToken);
            }
        }
        finally
        {
            // It goes back to the pool, where nobody expects to hear of queues.
            if (connection.FullState == System.Data.ConnectionState.Open) await ExecuteAsync(connection, "unlisten queue", CancellationToken.None);
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string statement, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
