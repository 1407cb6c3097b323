using System.Globalization;
using System.Text.RegularExpressions;

namespace Dukcapil.Bot.Core.Data.LocalServer;

/// <summary>Finds the PostgreSQL servers installed on this machine.</summary>
public static partial class InstalledServers
{
    private static readonly string[] Needed = ["postgres", "initdb", "pg_ctl"];

    /// <summary>The folders on <c>PATH</c> and those where Debian, Red Hat, Homebrew, Postgres.app and Windows install servers.</summary>
    public static IReadOnlyList<string> UsualFolders() =>
    [
        .. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries),
        .. Versions("/usr/lib/postgresql", "*", "bin"),
        .. Versions("/usr", "pgsql-*", "bin"),
        .. Versions("/opt/homebrew/opt", "postgresql@*", "bin"),
        .. Versions("/usr/local/opt", "postgresql@*", "bin"),
        .. Versions("/Applications/Postgres.app/Contents/Versions", "*", "bin"),
        .. Versions(Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "PostgreSQL"), "*", "bin"),
    ];

    /// <summary>The complete servers of <see cref="ServerPrograms.OldestMajor"/> or newer in these folders, newest first.</summary>
    public static async Task<IReadOnlyList<ServerPrograms>> FindAsync(IEnumerable<string> folders, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, ServerPrograms>(StringComparer.Ordinal);
        foreach (var folder in folders.Where(IsComplete).Select(RealFolder).Distinct(StringComparer.Ordinal))
            if (await MajorAsync(folder, cancellationToken) is { } major and >= ServerPrograms.OldestMajor)
                found[folder] = new ServerPrograms(folder, major);
        return [.. found.Values.OrderByDescending(programs => programs.Major)];
    }

    /// <summary>The major version of the server in a folder; null when it does not run on this machine.</summary>
    internal static async Task<int?> MajorAsync(string folder, CancellationToken cancellationToken)
    {
        var answer = await ExternalProgram.RunAsync(
            ServerPrograms.PathOf(folder, "postgres"), ["--version"], cancellationToken: cancellationToken);
        return answer.Succeeded && VersionLine().Match(answer.Output) is { Success: true } match
            ? int.Parse(match.Groups["major"].ValueSpan, CultureInfo.InvariantCulture)
            : null;
    }

    // A PATH entry is often a link into the real installation, and initdb looks for its share folder beside the real one.
    private static string RealFolder(string folder)
    {
        var program = new FileInfo(ServerPrograms.PathOf(folder, "postgres"));
        return Path.GetDirectoryName(program.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? program.FullName)!;
    }

    private static bool IsComplete(string folder) => Needed.All(program => File.Exists(ServerPrograms.PathOf(folder, program)));

    private static IEnumerable<string> Versions(string parent, string pattern, string child) =>
        Directory.Exists(parent) ? Directory.EnumerateDirectories(parent, pattern).Select(version => Path.Combine(version, child)) : [];

    [GeneratedRegex(
        @"PostgreSQL\)\s+(?<major>\d+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex VersionLine();
}
