namespace Dukcapil.Bot.Core.Data.LocalServer;

/// <summary>
/// Locks on files that the operating system releases when a process ends, however it ends. They hold between processes and
/// between parts of one process.
/// </summary>
internal static class FolderLock
{
    // A sharing violation has no type of its own: EWOULDBLOCK of Linux and macOS, ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION of
    // Windows.
    private static readonly int[] SharingViolations = [11, 35, unchecked((int)0x80070020), unchecked((int)0x80070021)];

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Waits for a lock that nobody else can hold at the same time.</summary>
    /// <exception cref="LocalPostgresException">Another process held it for longer than <paramref name="patience"/>.</exception>
    public static async Task<IDisposable> TakeAsync(string path, TimeSpan patience, TimeProvider time, CancellationToken cancellationToken)
    {
        var since = time.GetTimestamp();
        while (true)
        {
            if (TryTake(path) is { } taken)
                return taken;
            if (time.GetElapsedTime(since) > patience)
                throw new LocalPostgresException($"Another process has been starting or stopping PostgreSQL for {patience.TotalSeconds:0} s and holds {path}: end it and start again.");
            await Task.Delay(Pause, time, cancellationToken);
        }
    }

    /// <summary>The lock if nobody holds it, exclusively or shared; null otherwise.</summary>
    public static IDisposable? TryTake(string path) => TryOpen(path, FileAccess.ReadWrite, FileShare.None);

    /// <summary>Joins the holders of a shared lock; null while someone holds it alone.</summary>
    public static IDisposable? TryShare(string path) => TryOpen(path, FileAccess.Read, FileShare.Read);

    private static FileStream? TryOpen(string path, FileAccess access, FileShare share)
    {
        try
        {
            return File.Open(path, FileMode.OpenOrCreate, access, share);
        }
        catch (IOException e) when (SharingViolations.Contains(e.HResult))
        {
            return null;
        }
    }
}
