using System.Text.Json;
using Npgsql;

namespace Dukcapil.Bot.Core.Data;

/// <summary>
/// Repeatable installation of the database's routines: those whose text changed are made again, in order of dependence, in one transaction
/// under an advisory lock. It is safe while an older host still runs, which rests on three rules:
/// <list type="bullet">
/// <item>a set that was installed here before is left alone, so that an older host that starts again takes nothing back;</item>
/// <item>what a routine returns and what its parameters are called never change, which PostgreSQL refuses and this names. Such a change
/// gets a new routine with a new name (other parameter types make a second routine of the same name); the old one stays for the older
/// host, and a later migration drops it;</item>
/// <item>a file that is gone drops nothing either: a migration does, once no host of before is left.</item>
/// </list>
/// </summary>
public static class RoutineInstaller
{
    /// <summary>Key of the advisory lock.</summary>
    private const long InstallLock = 0x726f7574;

    /// <summary>
    /// How often a lock on a table that a host holds is waited for. Each wait is shorter than PostgreSQL's <c>deadlock_timeout</c> (one
    /// second): where a deadlock threatens, this gives way and no host's transaction is broken off.
    /// </summary>
    private const int Tries = 20;

    private const string InForce = "select routines from routine_sets order by id desc limit 1";

    private const string Known = "select exists (select from routine_sets where set_hash = $1)";

    private const string Note = "insert into routine_sets (set_hash, routines) values ($1, $2::jsonb)";

    // Nobody else calls them, and the host calls them all: a routine that runs as the owner needs no words of its own.
    private const string Grants = $"""
        do $$
        declare
          v_routine regprocedure;
        begin
          for v_routine in select oid from pg_proc where pronamespace = 'public'::regnamespace and pg_get_userbyid(proowner) = current_user
            and has_function_privilege('public', oid, 'execute')
          loop
            execute format('revoke execute on function %s from public', v_routine);
            execute format('grant execute on function %s to {Database.AppRole}', v_routine);
          end loop;
        end
        $$
        """;

    /// <summary>Installs the routines, as the owner. All of them or none.</summary>
    /// <exception cref="InvalidOperationException">A routine changed what it returns or what its parameters are called.</exception>
    public static async Task InstallAsync(string connectionString, IReadOnlyList<Routine> routines, CancellationToken cancellationToken)
    {
        for (var tried = 1; ; tried++)
        {
            try
            {
                await TryInstallAsync(connectionString, routines, cancellationToken);
                return;
            }
            catch (PostgresException busy) when (tried < Tries
                && busy.SqlState is PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected)
            {
                // The hosts' transactions that waited meanwhile go first.
            }
        }
    }

    private static async Task TryInstallAsync(string connectionString, IReadOnlyList<Routine> routines, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await RunAsync("set local lock_timeout = '800ms'");
        await RunAsync("select pg_advisory_xact_lock($1)", InstallLock);
        var set = Routine.HashOf(routines);
        if (await RunAsync(Known, set) is true) return;
        var installed = await RunAsync(InForce) is string json ? JsonSerializer.Deserialize<Dictionary<string, string>>(json)! : [];
        foreach (var routine in routines.Where(routine => installed.GetValueOrDefault(routine.Name) != routine.Hash))
        {
            try
            {
                await RunAsync(routine.Sql);
            }
            catch (PostgresException refusal) when (refusal.SqlState == PostgresErrorCodes.InvalidFunctionDefinition)
            {
                throw new InvalidOperationException(
                    $"{routine.Name}: {refusal.MessageText}. An older host may still call it as it was: give the new one a new name.",
                    refusal);
            }
        }

        await RunAsync(Grants);
        await RunAsync(Note, set, JsonSerializer.Serialize(routines.ToDictionary(routine => routine.Name, routine => routine.Hash)));
        await transaction.CommitAsync(cancellationToken);

        async Task<object?> RunAsync(string sql, params object[] values)
        {
            await using var command = new NpgsqlCommand(sql, connection, transaction);
            foreach (var value in values) command.Parameters.Add(new() { Value = value });
            return await command.ExecuteScalarAsync(cancellationToken);
        }
    }
}
