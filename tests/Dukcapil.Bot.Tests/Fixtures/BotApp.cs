using System.Security.Cryptography;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Web.Startup;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Dukcapil.Bot.Tests.Fixtures;

/// <summary>
/// The whole host on a free port with a database of its own: what runs in production, with the simulator in Twilio's place. Derive a
/// class to change settings, or take it as a class fixture as it is.
/// </summary>
public class BotApp(MigratedDatabase databases) : IAsyncLifetime
{
    private TestDatabaseCopy? _database;
    private WebApplication? _app;

    /// <summary>Everything the host logged.</summary>
    public CapturedLog Log { get; } = new();

    /// <summary>Where the host listens.</summary>
    public Uri Address => new(App.Urls.First());

    /// <summary>The host's services.</summary>
    public IServiceProvider Services => App.Services;

    /// <summary>The host's database, as its owner.</summary>
    public virtual string ConnectionString => _database!.ConnectionString;

    /// <summary>The host's database, as the host signs in.</summary>
    public virtual string HostConnectionString => _database!.HostConnectionString;

    private WebApplication App => _app ?? throw new InvalidOperationException("The host is not started.");

    /// <inheritdoc/>
    public virtual async ValueTask InitializeAsync()
    {
        _database = await databases.CreateAsync();
        await StartAsync();
    }

    /// <summary>Starts the host on the database there is.</summary>
    public async Task StartAsync() => _app = await StartAnotherAsync();

    /// <summary>Starts one more host on the same database; who asks for it stops it.</summary>
    public async Task<WebApplication> StartAnotherAsync()
    {
        var builder = BotHost.CreateBuilder(
            ["--environment", "Development", "--urls", "http://127.0.0.1:0", .. Keys.Select(key => $"--{key.Key}={key.Value}")]);
        builder.Logging.ClearProviders().AddProvider(Log).SetMinimumLevel(LogLevel.Debug);
        Configure(builder);
        var app = BotHost.Build(builder, HostConnectionString);
        await Preparation.LoadAsync(app, Preparation.ReadContent(app.Environment, app.Configuration), CancellationToken.None);
        await app.StartAsync();
        Preparation.Open(app);
        return app;
    }

    /// <summary>Stops the host in an orderly way; the database stays.</summary>
    public async Task StopAsync()
    {
        if (_app is null) return;
        await _app.StopAsync();
        await _app.DisposeAsync();
        _app = null;
    }

    /// <summary>A resident's phone with a number nobody else has.</summary>
    public SimulatedPhone NewPhone() => new(Address, $"+62812{RandomNumberGenerator.GetInt32(10_000_000, 99_999_999)}");

    /// <summary>A database context of the host.</summary>
    public BotDbContext OpenData() => Services.GetRequiredService<IDbContextFactory<BotDbContext>>().CreateDbContext();

    /// <summary>One value from the database, read as its owner.</summary>
    public async Task<T> ReadAsync<T>(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <inheritdoc/>
    public virtual async ValueTask DisposeAsync()
    {
        await StopAsync();
        if (_database is not null) await _database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Changes the host before it is built.</summary>
    protected virtual void Configure(WebApplicationBuilder builder)
    {
    }

    /// <summary>Settings of the keys that protect personal data.</summary>
    public static IReadOnlyDictionary<string, string?> Keys { get; } = new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["PersonalData:EncryptionKey"] = Convert.ToBase64String(SHA256.HashData("encryption"u8)),
        ["PersonalData:SearchKey"] = Convert.ToBase64String(SHA256.HashData("search"u8)),
    };
}
