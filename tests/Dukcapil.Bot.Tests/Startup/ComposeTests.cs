using System.Net;
using System.Runtime.Versioning;
using System.Text.RegularExpressions;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Data.LocalServer;
using Dukcapil.Bot.Tests.Architecture;
using Dukcapil.Bot.Tests.Fixtures;
using Dukcapil.Bot.Web.Startup;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Npgsql;
using YamlDotNet.RepresentationModel;

namespace Dukcapil.Bot.Tests.Startup;

/// <summary>What <c>compose.yaml</c> starts: its database's first start, its logins, and a host with exactly its settings.</summary>
[UnsupportedOSPlatform("windows")]
public sealed partial class ComposeTests : IDisposable
{
    private static readonly Dictionary<string, string> Values = new(StringComparer.Ordinal)
    {
        ["POSTGRES_PASSWORD"] = "pengelola",
        ["DUKCAPIL_OWNER_PASSWORD"] = "pemilik1",
        ["DUKCAPIL_DB_PASSWORD"] = "layanan2",
        ["PERSONALDATA_ENCRYPTION_KEY"] = BotApp.Keys["PersonalData:EncryptionKey"]!,
        ["PERSONALDATA_SEARCH_KEY"] = BotApp.Keys["PersonalData:SearchKey"]!,
        ["TWILIO_ACCOUNT_SID"] = "AC00000000000000000000000000000001",
        ["TWILIO_AUTH_TOKEN"] = "0123456789abcdef0123456789abcdef",
        ["TWILIO_FROM"] = "whatsapp:+6281200000000",
        ["TWILIO_PUBLIC_BASE_URL"] = "https://wa.example.id",
    };

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task First_start_makes_an_owner_that_migrates_and_a_host_that_owns_nothing()
    {
        await using var server = await LocalPostgres.StartAsync(
            new LocalPostgresOptions { Folder = _folder.Path }, TimeProvider.System, NullLogger.Instance, Cancel);
        var password = (await File.ReadAllTextAsync(Path.Combine(server.Folder, "password"), Cancel)).Trim();
        var administrator = new NpgsqlConnectionStringBuilder(server.ConnectionString)
        {
            Username = "postgres",
            Password = password,
            Database = "postgres",
            Pooling = false,
        };
        // As the image leaves it: a server with its administrator and nothing else.
        await RunAsync(administrator, ["drop database dukcapil", "drop role dukcapil", "drop role dukcapil_app", .. FirstStart()]);

        var owner = On(administrator, Environment("migrate")["ConnectionStrings__DukcapilOwner"]);
        await Database.MigrateAsync(owner.ConnectionString, Cancel);
        await RunAsync(
            owner,
            "do $$ begin if (select rolsuper or rolcreaterole from pg_roles "
            + "where rolname = session_user) then raise 'mighty'; end if; end $$");
        var host = On(administrator, Environment("host")["ConnectionStrings__Dukcapil"]);
        (await HostLoginCheck.ProblemAsync(host.ConnectionString, Cancel)).ShouldBeNull();
        (await Should.ThrowAsync<PostgresException>(() => RunAsync(host, "delete from case_history"))).SqlState
            .ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public void Host_takes_the_settings_as_they_are_and_knows_the_proxy_on_its_machine()
    {
        var settings = Environment("host").Select(pair => $"--{pair.Key.Replace("__", ":", StringComparison.Ordinal)}={pair.Value}");
        var builder = BotHost.CreateBuilder(["--environment", "Production", .. settings]);
        using var app = BotHost.Build(builder, builder.Configuration["ConnectionStrings:Dukcapil"]!);
        var gateway = Text(Compose()["networks"]["default"]["ipam"]["config"][0]["gateway"]);
        app.Services.GetRequiredService<IOptions<ForwardedHeadersOptions>>().Value.KnownProxies.ShouldBe([IPAddress.Parse(gateway)]);
    }

    [Fact]
    public void Script_of_the_first_start_stops_at_the_first_fault_and_may_be_run()
    {
        var script = Path.Combine(SizeTests.Root(), "postgres", "first-start.sh");
        File.ReadAllText(script).ShouldContain("ON_ERROR_STOP=1");
        File.GetUnixFileMode(script).HasFlag(UnixFileMode.UserExecute | UnixFileMode.OtherRead).ShouldBeTrue();
        File.ReadAllText(script).ShouldNotContain('\r');
    }

    // The statements, as psql would send them.
    private static string[] FirstStart()
    {
        var script = File.ReadAllText(Path.Combine(SizeTests.Root(), "postgres", "first-start.sh"));
        var settings = PsqlSetting().Matches(script)
            .ToDictionary(match => match.Groups["name"].Value, match => Values[match.Groups["value"].Value]);
        var sql = script.Split("<<'SQL'\n")[1].Split("\nSQL")[0];
        foreach (var (name, value) in settings) sql = sql.Replace($":'{name}'", $"'{value}'", StringComparison.Ordinal);
        return [.. sql.Split('\n').Where(line => !line.StartsWith("--", StringComparison.Ordinal)).Aggregate(
            "", (all, line) => $"{all}\n{line}").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
    }

    private static YamlNode Compose()
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(File.ReadAllText(Path.Combine(SizeTests.Root(), "compose.yaml"))));
        return stream.Documents[0].RootNode;
    }

    private static Dictionary<string, string> Environment(string service) =>
        ((YamlMappingNode)Compose()["services"][service]["environment"]).ToDictionary(
            pair => Text(pair.Key), pair => Filled(Text(pair.Value)), StringComparer.Ordinal);

    private static string Text(YamlNode node) => ((YamlScalarNode)node).Value!;

    private static string Filled(string text) => Variable().Replace(text, match =>
        Values.GetValueOrDefault(match.Groups["name"].Value) ?? (match.Groups["kind"].Value == "-"
            ? match.Groups["else"].Value
            : throw new KeyNotFoundException(match.Value)));

    private static NpgsqlConnectionStringBuilder On(NpgsqlConnectionStringBuilder server, string login) =>
        new(login) { Host = server.Host, Port = server.Port, Pooling = false };

    private static async Task RunAsync(NpgsqlConnectionStringBuilder login, params IReadOnlyList<string> statements)
    {
        await using var connection = new NpgsqlConnection(login.ConnectionString);
        await connection.OpenAsync(Cancel);
        foreach (var statement in statements)
        {
            await using var command = new NpgsqlCommand(statement, connection);
            await command.ExecuteNonQueryAsync(Cancel);
        }
    }

    [GeneratedRegex(@"\$\{(?<name>[A-Z_]+)(:(?<kind>[?-])(?<else>[^}]*))?\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Variable();

    [GeneratedRegex(@"--set=(?<name>[a-z]+)=""\$(?<value>[A-Z_]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PsqlSetting();
}
