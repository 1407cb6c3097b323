using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Dukcapil.Bot.Core.Data.LocalServer;
using Dukcapil.Bot.Load.Hosts;
using Npgsql;

namespace Dukcapil.Bot.Load.Measuring;

/// <summary>
/// The same server and the same minutes with nothing but PostgreSQL's own benchmark: message in, conversation locked and changed, reply
/// in, one commit; two round trips, prepared, 8 clients. Machines drift by a factor of two within an hour; the ratio to this does not.
/// </summary>
internal static partial class Yardstick
{
    /// <summary>Turns a second.</summary>
    public static async Task<double> RunAsync(LoadDatabase database, int seconds)
    {
        await database.ExecuteAsync(await File.ReadAllTextAsync(PathOf("yardstick-schema.sql")));
        var way = new NpgsqlConnectionStringBuilder(database.Owner);
        var start = new ProcessStartInfo(
            Program(), ["-n", "-M", "prepared", "-c", "8", "-j", "1", "-T", $"{seconds}", "-f", PathOf("yardstick.sql")])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["PGHOST"] = way.Host,
                ["PGPORT"] = way.Port.ToString(CultureInfo.InvariantCulture),
                ["PGUSER"] = way.Username,
                ["PGPASSWORD"] = way.Password,
                ["PGDATABASE"] = way.Database,
            },
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        return Tps().Match(output) is { Success: true } match
            ? double.Parse(match.Groups["tps"].ValueSpan, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"pgbench gave no figure: {await errors}");
    }

    private static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "Measuring", file);

    private static string Program() =>
        InstalledServers.UsualFolders().Select(folder => ServerPrograms.PathOf(folder, "pgbench")).FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException("pgbench is not installed: it comes with PostgreSQL's server package.");

    [GeneratedRegex(
        @"^tps = (?<tps>[0-9.]+)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Tps();
}
