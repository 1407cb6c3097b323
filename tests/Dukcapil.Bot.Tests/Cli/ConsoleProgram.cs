using System.Diagnostics;

namespace Dukcapil.Bot.Tests.Cli;

/// <summary>The console program as a process of its own.</summary>
internal static class ConsoleProgram
{
    /// <summary>Runs it to its end. Returns its exit code and all that it said.</summary>
    /// <param name="settings">Settings with colons in their names, as in the settings file.</param>
    /// <param name="input">What is typed.</param>
    /// <param name="arguments">The command.</param>
    public static async Task<(int Code, string Output)> RunAsync(
        IEnumerable<KeyValuePair<string, string?>> settings, string input, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Dukcapil.Bot.Cli.dll"), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        foreach (var (name, value) in settings) start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        using var process = Process.Start(start).ShouldNotBeNull();
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output + await errors);
    }
}
