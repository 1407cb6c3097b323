namespace Dukcapil.Bot.Core.Data.LocalServer;

/// <summary>Chooses the server programs for a data folder.</summary>
internal static class ServerChoice
{
    /// <summary>
    /// The programs of the major version that made the data, or the newest installed ones when there is no data yet; those of npm when
    /// nothing installed fits.
    /// </summary>
    /// <exception cref="LocalPostgresException">No server of the right version can be had.</exception>
    public static async Task<ServerPrograms> ForAsync(
        DataFolder folder, LocalPostgresOptions options, ServerAccount account, CancellationToken cancellationToken)
    {
        var wanted = folder.Major();
        var installed = await InstalledServers.FindAsync(options.SearchFolders ?? InstalledServers.UsualFolders(), cancellationToken);
        if (installed.FirstOrDefault(programs => wanted is null || programs.Major == wanted) is { } fitting)
            return fitting;
        var delivered = NpmServer.Major();
        if (wanted is not null && wanted != delivered)
            throw new LocalPostgresException(
                $"The data in {folder.Root} was made by PostgreSQL {wanted}, which is not installed{Have(installed)}: install PostgreSQL {wanted}, or choose another folder with Database:Folder.");
        if (delivered is null)
            throw new LocalPostgresException(
                $"No PostgreSQL 15 or newer is installed and npm has none for this machine ({NpmServer.Package}): {NpmServer.InstallHint}");
        var programsFolder = options.ProgramsFolder ?? DataFolder.Usual("postgres-npm");
        try
        {
            return await new NpmServer(programsFolder).InstallAsync(account, cancellationToken);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw new LocalPostgresException($"The folder {programsFolder} for the PostgreSQL from npm cannot be written ({e.Message.TrimEnd('.')}): correct its rights, or {NpmServer.InstallHint}", e);
        }
    }

    private static string Have(IReadOnlyList<ServerPrograms> installed) =>
        installed.Count == 0 ? "" : $" (found: {string.Join(", ", installed.Select(programs => programs.Major))})";
}
