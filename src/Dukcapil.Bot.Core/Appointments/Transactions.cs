using Dukcapil.Bot.Core.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Dukcapil.Bot.Core.Appointments;

/// <summary>
/// Runs an operation in a transaction of its own, again when PostgreSQL ended it in favour of another: deadlocks are ruled out by the
/// order of locks within an operation, but a chat turn may do several, and a unique index may see a rival first.
/// </summary>
internal static class Transactions
{
    private const int Tries = 5;

    private static readonly string[] Passing =
        [PostgresErrorCodes.DeadlockDetected, PostgresErrorCodes.SerializationFailure, PostgresErrorCodes.UniqueViolation];

    /// <summary>Runs and commits.</summary>
    public static async Task<T> RunAsync<T>(
        IDbContextFactory<BotDbContext> contexts, Func<BotDbContext, Task<T>> operation, CancellationToken cancellationToken, Func<T, bool>? keep = null)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var data = await contexts.CreateDbContextAsync(cancellationToken);
                await using var transaction = await data.Database.BeginTransactionAsync(cancellationToken);
                var result = await operation(data);
                if (keep is null || keep(result)) await transaction.CommitAsync(cancellationToken);
                return result;
            }
            catch (Exception fault) when (attempt < Tries && Passing.Contains(StateOf(fault), StringComparer.Ordinal))
            {
                // Tried again from the start: nothing of the attempt was kept.
            }
        }
    }

    private static string? StateOf(Exception? fault) =>
        fault is null or PostgresException ? (fault as PostgresException)?.SqlState : StateOf(fault.InnerException);
}
