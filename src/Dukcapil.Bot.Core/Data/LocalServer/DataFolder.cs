using System.Globalization;
using System.Security.Cryptography;

namespace Dukcapil.Bot.Core.Data.LocalServer;

/// <summary>The folder of a private server: its data, log, password and port. Only its owner can read it.</summary>
internal sealed class DataFolder(string root)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const long LargestLog = 10_000_000;
    private static readonly string[] Own = ["start.lock", "use.lock", "password", "port", "data.new", "server.log", "server.log.1"];

    /// <summary>Full path of the folder.</summary>
    public string Root { get; } = Path.GetFullPath(root);

    /// <summary>PostgreSQL's own data folder.</summary>
    public string Data => Path.Combine(Root, "data");

    /// <summary>
    /// Where a data folder is made before it becomes <see cref="Data"/>, so that an interrupted start leaves no half of one.
    /// </summary>
    public string Unfinished => Path.Combine(Root, "data.new");

    /// <summary>The server's log.</summary>
    public string Log => Path.Combine(Root, "server.log");

    /// <summary>Held while a server is being prepared, started or stopped.</summary>
    public string StartLock => Path.Combine(Root, "start.lock");

    /// <summary>Shared by every host that uses the server.</summary>
    public string UseLock => Path.Combine(Root, "use.lock");

    /// <summary>File that holds the password of the server's accounts.</summary>
    public string PasswordFile => Path.Combine(Root, "password");

    private string PortFile => Path.Combine(Root, "port");

    /// <summary>Where the folder is when no setting says otherwise.</summary>
    public static string Usual(string name) => ServerAccount.IsRoot
        ? Path.Combine("/var/lib/dukcapil-bot", name)
        : Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create),
            "dukcapil-bot",
            name);

    /// <summary>
    /// Creates the folder when absent, for its owner alone, and waits until nobody else prepares, starts or stops a server in it.
    /// </summary>
    /// <exception cref="LocalPostgresException">The folder stays locked.</exception>
    public async Task<IDisposable> LockAsync(TimeSpan patience, TimeProvider time, CancellationToken cancellationToken)
    {
        CreatePrivate(Root);
        return await FolderLock.TakeAsync(StartLock, patience, time, cancellationToken);
    }

    /// <summary>
    /// Gives a new folder to the server's account and makes sure that this account can use the folder. Call it under the lock.
    /// </summary>
    /// <exception cref="LocalPostgresException">The account cannot write there, or the folder is somebody's for something else.</exception>
    public async Task HandToAsync(ServerAccount account, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(Data))
        {
            var others = Directory.EnumerateFileSystemEntries(Root).Select(Path.GetFileName).Except(Own).ToList();
            if (others.Count > 0)
                throw new LocalPostgresException(
                    $"The database folder {Root} holds other things ({others[0]}): choose an empty folder with Database:Folder.");
            await account.OwnAsync(Root, cancellationToken);
        }

        if (!await account.CanWriteAsync(Root, cancellationToken))
            throw Unusable(account.Name, null);
    }

    /// <summary>Major version of the server that made the data; null when there is no data yet.</summary>
    /// <exception cref="LocalPostgresException">The data cannot be read or is not PostgreSQL's.</exception>
    public int? Major()
    {
        if (!Directory.Exists(Data))
            return null;
        try
        {
            return int.Parse(File.ReadAllText(Path.Combine(Data, "PG_VERSION")), CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException or FormatException)
        {
            throw new LocalPostgresException($"The folder {Data} cannot be read as PostgreSQL data ({e.Message}): correct its owner and rights, move it away, or choose another folder with Database:Folder.", e);
        }
    }

    /// <summary>The password of the server's accounts, made on first use.</summary>
    public async Task<string> PasswordAsync(ServerAccount account, CancellationToken cancellationToken)
    {
        if (File.Exists(PasswordFile))
            return await File.ReadAllTextAsync(PasswordFile, cancellationToken);
        if (Directory.Exists(Data))
            throw new LocalPostgresException($"The password file {PasswordFile} is gone, so nobody can enter the data beside it: put it back, or choose another folder with Database:Folder.");
        var password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        await using (var writer = new StreamWriter(PasswordFile, OwnerOnlyFile()))
            await writer.WriteAsync(password);
        await account.OwnAsync(PasswordFile, cancellationToken);
        return password;
    }

    /// <summary>The port of the last start; null before the first.</summary>
    public int? RememberedPort() =>
        File.Exists(PortFile) && int.TryParse(File.ReadAllText(PortFile), CultureInfo.InvariantCulture, out var port) ? port : null;

    /// <summary>Keeps the port for the next start.</summary>
    public void RememberPort(int port) => File.WriteAllText(PortFile, port.ToString(CultureInfo.InvariantCulture));

    /// <summary>Starts a new log when the present one is large; one older log is kept.</summary>
    public void TurnLog()
    {
        if (new FileInfo(Log) is { Exists: true, Length: > LargestLog })
            File.Move(Log, Log + ".1", overwrite: true);
    }

    /// <summary>The last lines the server wrote, joined into one.</summary>
    public string LogTail() => File.Exists(Log)
        ? string.Join(" | ", File.ReadLines(Log).Where(line => line.Length > 0).TakeLast(4))
        : "no log was written";

    /// <summary>What to say when an account cannot use the folder.</summary>
    public LocalPostgresException Unusable(string account, Exception? e) =>
        new($"The database folder {Root} cannot be read and written by '{account}'{(e is null ? "" : $" ({e.Message.TrimEnd('.')})")}: correct its owner and rights, or choose another folder with Database:Folder.", e);

    private static void CreatePrivate(string path)
    {
        if (Directory.Exists(path))
            return;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, OwnerOnly | UnixFileMode.UserExecute);
    }

    private static FileStreamOptions OwnerOnlyFile()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        return options;
    }
}
