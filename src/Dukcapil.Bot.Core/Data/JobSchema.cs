using System.Globalization;
using Hangfire.PostgreSql;
using Npgsql;

namespace Dukcapil.Bot.Core.Data;

/// <summary>
/// The schema of Hangfire. The owner installs its tables with the library's own installer; the host only has grants on them, which the
/// migration gives in advance for every later version.
/// </summary>
public static class JobSchema
{
    /// <summary>Name of the schema.</summary>
    public const string Name = "hangfire";

    /// <summary>Key of the advisory lock: several hosts may start at once, and the library's installer is not made for that.</summary>
    private const long InstallLock = 0x68616e67;

    /// <summary>The version that the library in use needs: its newest install script.</summary>
    internal static int NeededVersion { get; } = typeof(PostgreSqlObjectsInstaller).Assembly.GetManifestResourceNames()
        .Select(name => name.Split('.')[^2]).Where(part => part is ['v', .. var digits] && digits.All(char.IsAsciiDigit))
        .Max(part => int.Parse(part.AsSpan(1), CultureInfo.InvariantCulture));

    /// <summary>Installs or upgrades the tables, as the owner; a schema that is current is left alone.</summary>
    internal static async Task InstallAsync(string connectionString, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        await ExecuteAsync(connection, "select pg_advisory_lock($1)", cancellationToken);
        try
        {
            PostgreSqlObjectsInstaller.Install(connection, Name);
        }
        finally
        {
            await ExecuteAsync(connection, "select pg_advisory_unlock($1)", CancellationToken.None);
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = InstallLock } } };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
