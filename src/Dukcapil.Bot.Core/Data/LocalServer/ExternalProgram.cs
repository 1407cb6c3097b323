using System.ComponentModel;
using System.Diagnostics;

namespace Dukcapil.Bot.Core.Data.LocalServer;

/// <summary>Runs a program without a shell and collects what it wrote.</summary>
internal static class ExternalProgram
{
    /// <summary>Exit code and text of a finished program; <c>Output</c> holds both of its streams.</summary>
    internal sealed record Answer(int ExitCode, string Output)
    {
        public bool Succeeded => ExitCode == 0;

        public string LastLine =>
            Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault() ?? "";
    }

    /// <summary>
    /// Runs a program to its end. A program that cannot be started answers with exit code 127 and the reason, as a shell does. One that
    /// leaves a server behind may leave its streams open, so their end is not waited for. Cancelling ends the program.
    /// </summary>
    internal static async Task<Answer> RunAsync(
        string program, IEnumerable<string> arguments, string? folder = null, bool leavesServer = false, CancellationToken cancellationToken = default)
    {
        using var process = new Process { StartInfo = Describe(program, arguments, folder) };
        try
        {
            process.Start();
        }
        catch (Win32Exception e)
        {
            return new Answer(127, e.Message);
        }

        process.StandardInput.Close();
        var streams = Task.WhenAll(
            process.StandardOutput.ReadToEndAsync(cancellationToken), process.StandardError.ReadToEndAsync(cancellationToken));
        try
        {
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        var text = leavesServer ? "" : string.Concat(await streams);
        return new Answer(process.ExitCode, text);
    }

    /// <summary>Full path of a program on <c>PATH</c> or in the folders where administrators' programs live; null when absent.</summary>
    internal static string? Find(params string[] names) =>
        (from folder in $"{Environment.GetEnvironmentVariable("PATH")}{Path.PathSeparator}/usr/sbin{Path.PathSeparator}/sbin".Split(
            Path.PathSeparator)
         from name in names
         let path = Path.Combine(folder, name)
         where folder.Length > 0 && File.Exists(path)
         select path).FirstOrDefault();

    private static ProcessStartInfo Describe(string program, IEnumerable<string> arguments, string? folder)
    {
        var start = new ProcessStartInfo(program)
        {
            WorkingDirectory = folder ?? Path.GetPathRoot(Environment.SystemDirectory) ?? Path.GetTempPath(),
            // A console of its own: on Windows the terminal's Ctrl-C would otherwise reach the server before the host has drained.
            CreateNoWindow = true,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment["LC_ALL"] = "C";
        return start;
    }
}
