namespace Dukcapil.Bot.Core.Data.LocalServer;

/// <summary>How the private PostgreSQL is found and run. Every value has a default that suits a bare machine.</summary>
public sealed record LocalPostgresOptions
{
    /// <summary>
    /// Folder that holds the data, the log and the password (setting <c>Database:Folder</c>); null or blank for the usual place:
    /// <c>dukcapil-bot/postgres</c> in the user's local application data, or under <c>/var/lib</c> when run as root.
    /// </summary>
    public string? Folder { get; init; }

    /// <summary>Folder that keeps the server programs installed from npm; null for the usual place beside the data.</summary>
    public string? ProgramsFolder { get; init; }

    /// <summary>Folders searched for an installed server; null for <c>PATH</c> and the places installers use.</summary>
    public IReadOnlyList<string>? SearchFolders { get; init; }

    /// <summary>Server settings laid over the defaults. Names and values must not hold blanks or quotes.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>How long a start, a recovery after a crash, or another start on the same folder may take.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(90);
}
