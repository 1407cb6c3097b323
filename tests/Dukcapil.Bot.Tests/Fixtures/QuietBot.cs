using Dukcapil.Bot.Core;
using Dukcapil.Bot.Core.Casework;
using Dukcapil.Bot.Core.Content;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Messaging.Provider;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Npgsql;

namespace Dukcapil.Bot.Tests.Fixtures;

/// <summary>
/// The features on a database of their own without the host around them: no worker and no job runs by itself. Derive a class for another
/// clock.
/// </summary>
public class QuietBot(MigratedDatabase databases) : IAsyncLifetime
{
    private TestDatabaseCopy? _database;
    private ServiceProvider? _services;

    /// <summary>The features.</summary>
    public IServiceProvider Services => _services!;

    /// <summary>The database.</summary>
    public TestDatabaseCopy Copy => _database!;

    /// <summary>The database, as its owner.</summary>
    public string ConnectionString => _database!.ConnectionString;

    /// <summary>The clock.</summary>
    protected virtual TimeProvider Time => TimeProvider.System;

    /// <inheritdoc/>
    public virtual async ValueTask InitializeAsync()
    {
        _database = await databases.CreateAsync();
        _services = await AnotherHostAsync();
    }

    /// <summary>The features once more on the same database, as on another host. Whoever asks disposes them.</summary>
    public async Task<ServiceProvider> AnotherHostAsync()
    {
        var settings = new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"))
            .AddInMemoryCollection(BotApp.Keys)
            .Build();
        var services = new ServiceCollection().AddLogging().AddSingleton(Time);
        services.AddSingleton<IHostEnvironment>(new HostingEnvironment { ContentRootPath = AppContext.BaseDirectory });
        var host = services.AddDatabase(_ => _database!.HostConnectionString).AddCore(settings).AddTwilio(settings).BuildServiceProvider();
        var content = BotContentLoader.Load(Path.Combine(AppContext.BaseDirectory, "dialogs"), ContentFeatures.From(settings));
        host.GetRequiredService<BotContentHolder>().Use(content);
        await host.GetRequiredService<AlurVersions>().KeepAsync(content.Alur, CancellationToken.None);
        return host;
    }

    /// <summary>Changes the database as its owner.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>One value from the database, read as its owner.</summary>
    public async Task<T> ReadAsync<T>(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_services is not null) await _services.DisposeAsync();
        if (_database is not null) await _database.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

/// <summary>Short ways to services.</summary>
public static class ServiceReading
{
    /// <summary>A service that must be there.</summary>
    public static T Need<T>(this IServiceProvider services)
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>A database context of its own.</summary>
    public static Task<BotDbContext> OpenDataAsync(this IServiceProvider services) =>
        services.Need<IDbContextFactory<BotDbContext>>().CreateDbContextAsync();
}
