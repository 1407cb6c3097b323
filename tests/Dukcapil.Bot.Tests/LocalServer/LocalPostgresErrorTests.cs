using System.Runtime.Versioning;
using Dukcapil.Bot.Core.Data.LocalServer;
using Dukcapil.Bot.Tests.Fixtures;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dukcapil.Bot.Tests.LocalServer;

[UnsupportedOSPlatform("windows")]
public sealed class LocalPostgresErrorTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task StartAsync_folder_nobody_else_may_enter_names_folder_and_setting()
    {
        Directory.CreateDirectory(folder.Path);
        File.SetUnixFileMode(folder.Path, UnixFileMode.None);
        var inside = Path.Combine(folder.Path, "postgres");

        var message = await RefusalAsync(new() { Folder = inside });
        File.SetUnixFileMode(folder.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        message.ShouldContain(inside);
        message.ShouldContain("Database:Folder");
    }

    [Fact]
    public async Task StartAsync_folder_path_is_a_file_names_it()
    {
        await File.WriteAllTextAsync(folder.Path, "", TestContext.Current.CancellationToken);

        var message = await RefusalAsync(new() { Folder = folder.Path });
        File.Delete(folder.Path);

        message.ShouldContain(folder.Path);
    }

    [Fact]
    public async Task StartAsync_folder_with_other_things_is_left_alone()
    {
        Directory.CreateDirectory(folder.Path);
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "thesis.txt"), "mine", TestContext.Current.CancellationToken);

        (await RefusalAsync(new() { Folder = folder.Path })).ShouldContain("thesis.txt");
    }

    [Fact]
    public async Task StartAsync_data_of_a_version_that_is_not_installed_names_the_version()
    {
        await WriteVersionAsync("12\n");

        var message = await RefusalAsync(new() { Folder = folder.Path });

        message.ShouldContain("PostgreSQL 12");
        message.ShouldContain(folder.Path);
    }

    [Fact]
    public async Task StartAsync_data_without_its_password_is_not_given_a_new_one()
    {
        await using (await LocalPostgres.StartAsync(
            new() { Folder = folder.Path }, TimeProvider.System, NullLogger.Instance, TestContext.Current.CancellationToken))
            File.Delete(Path.Combine(folder.Path, "password"));

        (await RefusalAsync(new() { Folder = folder.Path })).ShouldContain(Path.Combine(folder.Path, "password"));
    }

    [Fact]
    public async Task StartAsync_data_that_is_not_of_postgres_is_refused()
    {
        await WriteVersionAsync("something else");

        (await RefusalAsync(new() { Folder = folder.Path })).ShouldContain(Path.Combine(folder.Path, "data"));
    }

    [Fact]
    public async Task StartAsync_server_that_does_not_start_shows_the_end_of_its_log()
    {
        var settings = new Dictionary<string, string> { ["shared_buffers"] = "nonsense" };

        var message = await RefusalAsync(new() { Folder = folder.Path, Settings = settings });

        message.ShouldContain("shared_buffers");
        message.ShouldContain(Path.Combine(folder.Path, "server.log"));
    }

    private async Task WriteVersionAsync(string text)
    {
        Directory.CreateDirectory(Path.Combine(folder.Path, "data"));
        File.SetUnixFileMode(folder.Path, (UnixFileMode)0b111_111_111);
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "data", "PG_VERSION"), text, TestContext.Current.CancellationToken);
    }

    private static async Task<string> RefusalAsync(LocalPostgresOptions options)
    {
        var refused = await Should.ThrowAsync<LocalPostgresException>(
            () => LocalPostgres.StartAsync(options, TimeProvider.System, NullLogger.Instance, TestContext.Current.CancellationToken));
        refused.Message.ShouldNotContain('\n');
        return refused.Message;
    }
}
