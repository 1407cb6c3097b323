using System.Runtime.Versioning;
using Dukcapil.Bot.Core.Data.LocalServer;
using Dukcapil.Bot.Tests.Fixtures;

namespace Dukcapil.Bot.Tests.LocalServer;

[UnsupportedOSPlatform("windows")]
public sealed class InstalledServersTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task FindAsync_several_versions_newest_first()
    {
        var folders = new[] { Server("a", "15.13 (Debian 15.13-1)"), Server("b", "18beta1"), Server("c", "17.2") };

        var found = await InstalledServers.FindAsync(folders, TestContext.Current.CancellationToken);

        found.Select(programs => programs.Major).ShouldBe([18, 17, 15]);
        found[0].Folder.ShouldBe(folders[1]);
    }

    [Fact]
    public async Task FindAsync_older_than_15_is_left_out() =>
        (await InstalledServers.FindAsync([Server("old", "14.20")], TestContext.Current.CancellationToken)).ShouldBeEmpty();

    [Fact]
    public async Task FindAsync_client_only_folder_is_left_out()
    {
        var client = Server("client", "17.2");
        File.Delete(Path.Combine(client, "initdb"));

        (await InstalledServers.FindAsync([client, "/does/not/exist"], TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    [Fact]
    public async Task FindAsync_program_that_does_not_run_here_is_left_out()
    {
        var broken = Server("broken", "17.2");
        await File.WriteAllTextAsync(Path.Combine(broken, "postgres"), "not a program", TestContext.Current.CancellationToken);

        (await InstalledServers.FindAsync([broken], TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    [Fact]
    public async Task FindAsync_link_on_the_path_counts_once_under_its_real_folder()
    {
        var real = Server("real", "16.4");
        var links = Directory.CreateDirectory(Path.Combine(folder.Path, "links")).FullName;
        foreach (var program in Directory.EnumerateFiles(real))
            File.CreateSymbolicLink(Path.Combine(links, Path.GetFileName(program)), program);

        var found = await InstalledServers.FindAsync([links, real], TestContext.Current.CancellationToken);

        found.ShouldHaveSingleItem().Folder.ShouldBe(real);
    }

    private string Server(string name, string version)
    {
        var bin = Directory.CreateDirectory(Path.Combine(folder.Path, name)).FullName;
        foreach (var program in new[] { "postgres", "initdb", "pg_ctl" })
        {
            var path = Path.Combine(bin, program);
            File.WriteAllText(path, $"#!/bin/sh\necho '{program} (PostgreSQL) {version}'\n");
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return bin;
    }
}
