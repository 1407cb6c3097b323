using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Dukcapil.Bot.Core.Data;

/// <summary>Connections to the database.</summary>
public static class Database
{
    /// <summary>
    /// The role as which the host works, and in production its login: it owns nothing and can become nobody else. What must not be
    /// rewritten is insert-only for it.
    /// </summary>
    public const string AppRole = "dukcapil_app";

    /// <summary>Most connections one host opens for its own work: four for each core keeps p99 low (measured: 8 on 2 cores).</summary>
    private const int PoolSize = 32;

    /// <summary>Every migration that was made, every set of routines that was installed, and the version of Hangfire's tables.</summary>
    private const string Installed = $"""
        select "MigrationId", 0 from "__EFMigrationsHistory" union all select set_hash, 0 from routine_sets
        union all select '', version from {JobSchema.Name}.schema
        """;

    /// <summary>Whether the tables are those of the time when migrations held the routines, too.</summary>
    private const string IsFormer = "select to_regclass('addresses') is not null and to_regclass('routine_sets') is null";

    private const string Former = "The database was made by a version whose tables cannot be brought up to date: make it anew. Give the "
        + "program an empty database, or delete the folder of Database:Folder (docs/runbook.md, Tables, routines and databases of before).";

    // Built once: this is on the path of messages.
    private static readonly DbContextOptions<BotDbContext> JoiningOptions =
        (DbContextOptions<BotDbContext>)Configure(new DbContextOptionsBuilder<BotDbContext>()).UseNpgsql().Options;

    /// <summary>Registers the data source and <see cref="BotDbContext"/>, both working as <see cref="AppRole"/>.</summary>
    public static IServiceCollection AddDatabase(this IServiceCollection services, Func<IServiceProvider, string> connectionString)
    {
        // The name stands in metrics in place of the connection string.
        services.AddSingleton(
            provider => new NpgsqlDataSourceBuilder(AppConnection(connectionString(provider))) { Name = "dukcapil" }.Build());
        services.AddSingleton<DatabaseOutage>();
        services.AddDbContextFactory<BotDbContext>(
            (provider, options) => Configure(options).UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>()));
        return services;
    }

    /// <summary>The given connection string, working as <see cref="AppRole"/> with prepared statements.</summary>
    public static string AppConnection(string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString)
        {
            MaxAutoPrepare = 100,
            AutoPrepareMinUsages = 2,
            ApplicationName = "dukcapil-bot",
        };
        builder.Options = $"{builder.Options} -c role={AppRole}".Trim();
        // Nothing here changes a session, so there is nothing to reset between two uses of a connection: five statements less each time.
        builder.NoResetOnClose = true;
        builder.MaxPoolSize = Math.Min(builder.MaxPoolSize, PoolSize);
        return builder.ConnectionString;
    }

    /// <summary>
    /// Brings tables and routines up to date, as the owner. Several hosts may start at once: EF Core and the installer of routines take
    /// locks in the database. A schema that is up to date is left alone after one question, because every start waits for the answer.
    /// </summary>
    /// <exception cref="SettingException">The database is one that must be made anew.</exception>
    public static async Task MigrateAsync(string connectionString, CancellationToken cancellationToken)
    {
        if (await IsCurrentAsync(connectionString, cancellationToken)) return;
        var options = new DbContextOptionsBuilder<BotDbContext>();
        Configure(options).UseNpgsql(connectionString);
        await using var context = new BotDbContext(options.Options);
        await context.Database.MigrateAsync(cancellationToken);
        await RoutineInstaller.InstallAsync(connectionString, Routine.All, cancellationToken);
        await JobSchema.InstallAsync(connectionString, cancellationToken);
    }

    /// <summary>Whether the schema is that of this program, or of a newer one. Any login may ask.</summary>
    /// <exception cref="SettingException">The database is one that must be made anew.</exception>
    public static async Task<bool> IsCurrentAsync(string connectionString, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = new NpgsqlConnection(connectionString);
            await connection.OpenAsync(cancellationToken);
            await using var command = new NpgsqlCommand(Installed, connection);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            var missing = typeof(Database).Assembly.GetTypes().Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id)
                .OfType<string>().Append(Routine.SetHash).ToHashSet();
            var jobs = 0;
            while (await reader.ReadAsync(cancellationToken))
            {
                missing.Remove(reader.GetString(0));
                jobs = Math.Max(jobs, reader.GetInt32(1));
            }

            return missing.Count == 0 && jobs >= JobSchema.NeededVersion;
        }
        catch (PostgresException fault) when (fault.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidCatalogName)
        {
            if (fault.SqlState == PostgresErrorCodes.UndefinedTable) await RefuseFormerAsync(connectionString, cancellationToken);
            return false; // A new server or database: EF Core makes it.
        }
    }

    private static async Task RefuseFormerAsync(string connectionString, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(IsFormer, connection);
        if (await command.ExecuteScalarAsync(cancellationToken) is true) throw new SettingException(Former);
    }

    /// <summary>A context that joins a transaction somebody else began; disposing it leaves connection and transaction open.</summary>
    public static async Task<BotDbContext> JoinAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        var context = new BotDbContext(JoiningOptions);
        context.Database.SetDbConnection(connection);
        // A turn that fails is rolled back whole, so there is nothing for savepoints to come back to.
        context.Database.AutoSavepointsEnabled = false;
        await context.Database.UseTransactionAsync(transaction, cancellationToken);
        return context;
    }

    private static DbContextOptionsBuilder Configure(DbContextOptionsBuilder options) =>
        // Migrations are written by hand, so there is no snapshot that EF Core could compare the model with; a test does.
        options.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));
}
