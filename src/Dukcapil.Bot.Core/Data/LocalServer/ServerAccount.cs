namespace Dukcapil.Bot.Core.Data.LocalServer;

/// <summary>
/// The account the server runs under. PostgreSQL refuses to run as root, so root hands it to <c>postgres</c>, or to <c>nobody</c>
/// where that account does not exist; everybody else runs it as themselves.
/// </summary>
internal sealed class ServerAccount
{
    private readonly string? user;

    private ServerAccount(string? user) => this.user = user;

    /// <summary>The account for this process.</summary>
    public static ServerAccount Current() => new(IsRoot ? UnprivilegedUser() : null);

    /// <summary>Whether this process is root, on a system that knows root.</summary>
    public static bool IsRoot => !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess;

    /// <summary>The account's name as shown in messages.</summary>
    public string Name => user ?? Environment.UserName;

    /// <summary>Runs a program as this account, from a folder the account can enter.</summary>
    public Task<ExternalProgram.Answer> RunAsync(
        string program, IReadOnlyList<string> arguments, string folder, bool leavesServer, CancellationToken cancellationToken)
    {
        if (user is null)
            return ExternalProgram.RunAsync(program, arguments, folder, leavesServer, cancellationToken);
        var (switcher, prefix) = Switch(user);
        return ExternalProgram.RunAsync(switcher, [.. prefix, program, .. arguments], folder, leavesServer, cancellationToken);
    }

    /// <summary>Gives a file or folder, with all in it, to this account.</summary>
    public async Task OwnAsync(string path, CancellationToken cancellationToken)
    {
        if (user is null)
            return;
        var answer = await ExternalProgram.RunAsync("chown", ["-R", user, path], cancellationToken: cancellationToken);
        if (!answer.Succeeded)
            throw new LocalPostgresException($"Cannot give {path} to the account '{user}' that runs PostgreSQL ({answer.LastLine}): choose another folder with Database:Folder.");
    }

    /// <summary>Whether this account can write into a folder.</summary>
    public async Task<bool> CanWriteAsync(string folder, CancellationToken cancellationToken) =>
        user is null || (await RunAsync("test", ["-w", folder], "/", leavesServer: false, cancellationToken)).Succeeded;

    private static string UnprivilegedUser() =>
        File.ReadLines("/etc/passwd").Any(line => line.StartsWith("postgres:", StringComparison.Ordinal)) ? "postgres" : "nobody";

    private static (string Switcher, string[] Prefix) Switch(string user)
    {
        if (ExternalProgram.Find("runuser") is { } runuser)
            return (runuser, ["-u", user, "--"]);
        if (ExternalProgram.Find("setpriv") is { } setpriv)
            return (setpriv, [$"--reuid={user}", $"--regid={user}", "--init-groups", "--"]);
        if (ExternalProgram.Find("su") is { } su)
            return (su, ["-s", "/bin/sh", "-c", """exec "$0" "$@" """, "--", user]);
        throw new LocalPostgresException("PostgreSQL does not run as root and none of runuser, setpriv and su is installed: start as an ordinary user, or set ConnectionStrings:Dukcapil.");
    }
}
