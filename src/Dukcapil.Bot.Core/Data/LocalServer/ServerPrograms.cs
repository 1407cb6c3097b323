namespace Dukcapil.Bot.Core.Data.LocalServer;

/// <summary>One set of PostgreSQL server programs.</summary>
/// <param name="Folder">The folder that holds <c>postgres</c>, <c>initdb</c> and <c>pg_ctl</c>.</param>
/// <param name="Major">The major version, for example 17.</param>
public sealed record ServerPrograms(string Folder, int Major)
{
    /// <summary>The oldest major version this product runs on.</summary>
    public const int OldestMajor = 15;

    /// <summary>Full path of the program that makes a data folder.</summary>
    public string InitDb => PathOf(Folder, "initdb");

    /// <summary>Full path of the program that starts and stops a server.</summary>
    public string PgCtl => PathOf(Folder, "pg_ctl");

    /// <summary>Full path of a program in a folder, with the ending this system gives to programs.</summary>
    public static string PathOf(string folder, string program) =>
        Path.Combine(folder, OperatingSystem.IsWindows() ? program + ".exe" : program);
}
