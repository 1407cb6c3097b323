using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Dukcapil.Bot.Core.Data.LocalServer;

/// <summary>What a running server says about itself in <c>postmaster.pid</c>.</summary>
/// <param name="ProcessId">The server's process.</param>
/// <param name="Port">Its port; null while it is still starting.</param>
/// <remarks>The lines of the file: https://www.postgresql.org/docs/current/storage-file-layout.html</remarks>
internal sealed record PostmasterFile(int ProcessId, int? Port)
{
    /// <summary>Full path of the file in a data folder.</summary>
    public static string PathIn(string data) => Path.Combine(data, "postmaster.pid");

    /// <summary>Reads the file; null when it is absent or not yet written.</summary>
    public static PostmasterFile? Read(string data)
    {
        if (!File.Exists(PathIn(data)))
            return null;
        var lines = File.ReadAllLines(PathIn(data));
        return lines.Length > 0 && int.TryParse(lines[0], CultureInfo.InvariantCulture, out var id)
            ? new PostmasterFile(id, lines.Length > 3 && int.TryParse(lines[3], CultureInfo.InvariantCulture, out var port) ? port : null)
            : null;
    }

    /// <summary>
    /// Whether the process lives and is a PostgreSQL server. A number that now belongs to another program, as after a restart of a
    /// machine or a container, and a dead process nobody collected, do not count.
    /// </summary>
    public bool IsAlive()
    {
        try
        {
            using var process = Process.GetProcessById(ProcessId);
            return process.ProcessName.StartsWith("postgres", StringComparison.OrdinalIgnoreCase) && !IsZombie();
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or Win32Exception)
        {
            return false;
        }
    }

    /// <summary>
    /// Whether some process, of whatever kind, has the number: the server would then take the file for a living server's.
    /// </summary>
    public bool NumberIsTaken()
    {
        try
        {
            using var process = Process.GetProcessById(ProcessId);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private bool IsZombie()
    {
        var stat = $"/proc/{ProcessId}/stat";
        return File.Exists(stat) && File.ReadAllText(stat) is var text && text[(text.LastIndexOf(')') + 1)..].TrimStart().StartsWith('Z');
    }
}
