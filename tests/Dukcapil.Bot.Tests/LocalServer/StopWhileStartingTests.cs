using System.Diagnostics;
using Dukcapil.Bot.Tests.Fixtures;
using Dukcapil.Bot.Web.Startup;

namespace Dukcapil.Bot.Tests.LocalServer;

/// <summary>A program that is told to stop before it has finished starting.</summary>
public sealed class StopWhileStartingTests
{
    [Fact]
    public async Task Host_told_to_stop_as_soon_as_the_database_runs_stops_the_database_too()
    {
        using var folder = new TemporaryFolder();
        using var host = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                typeof(BotHost).Assembly.Location, "--environment", "Development", "--urls", "http://127.0.0.1:0", "--Database:Folder",
                $"{folder.Path}/postgres",
            },
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        var cancellationToken = TestContext.Current.CancellationToken;
        string? line;
        do line = await host.StandardOutput.ReadLineAsync(cancellationToken);
        while (line is not null && !line.Contains("Private PostgreSQL started", StringComparison.Ordinal));
        line.ShouldNotBeNull();

        using var kill = Process.Start("kill", $"-TERM {host.Id}");
        var rest = await host.StandardOutput.ReadToEndAsync(cancellationToken);
        await host.WaitForExitAsync(cancellationToken);

        host.ExitCode.ShouldBe(0);
        rest.ShouldContain("Private PostgreSQL stopped");
        File.Exists($"{folder.Path}/postgres/data/postmaster.pid").ShouldBeFalse();
    }
}
