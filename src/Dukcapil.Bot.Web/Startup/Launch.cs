using System.Net.Sockets;
using System.Runtime.InteropServices;
using Dukcapil.Bot.Content;
using Dukcapil.Bot.Core;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Data.LocalServer;
using Npgsql;

namespace Dukcapil.Bot.Web.Startup;

/// <summary>Starts everything, and says in one line what is wrong when it cannot.</summary>
internal static class Launch
{
    public static async Task<int> RunAsync(string[] args)
    {
        // The host listens for these only once it runs; one that comes while it starts must stop the private database as well.
        using var stop = new CancellationTokenSource();
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }

        try
        {
            await StartAsync(BotHost.CreateBuilder(args), stop.Token);
            return 0;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return 0;
        }
        catch (Exception fault) when (Sentence(fault) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            return 1;
        }
    }

    private static async Task StartAsync(WebApplicationBuilder builder, CancellationToken stop)
    {
        HostSettings.Check(builder);
        using var logs = LoggerFactory.Create(
            logging => logging.AddConfiguration(builder.Configuration.GetSection("Logging")).AddConsole());
        if (HostSettings.MissingProxy(builder) is { } missing) logs.CreateLogger("Settings").LogWarning("{Setting}", missing);
        var content = Task.Run(() => Preparation.ReadContent(builder.Environment, builder.Configuration), stop);
        var configured = builder.Configuration.GetConnectionString("Dukcapil");
        await using var server = string.IsNullOrWhiteSpace(configured)
            ? await LocalPostgres.StartAsync(
                new() { Folder = builder.Configuration["Database:Folder"] ?? "" }, TimeProvider.System, logs.CreateLogger("Database"), stop)
            : null;
        DevelopmentKeys.AddTo(builder);
        var connectionString = server?.HostConnectionString ?? configured!;
        await PrepareDatabaseAsync(
            builder, connectionString, server?.ConnectionString ?? builder.Configuration.GetConnectionString("DukcapilOwner"), stop);

        await using var app = BotHost.Build(builder, connectionString);
        await Preparation.LoadAsync(app, await content, stop);
        await Task.WhenAll(app.StartAsync(stop), WarmUp.RehearseAsync(app.Services, stop));
        await WarmUp.RequestOwnPagesAsync(app, stop);
        Preparation.Open(app);
        Greeting.Print(app);
        await app.WaitForShutdownAsync(stop);
    }

    // The owner migrates and is not used again. Without an owner's login somebody has run `migrate` before.
    private static async Task PrepareDatabaseAsync(
        WebApplicationBuilder builder, string connectionString, string? owner, CancellationToken stop)
    {
        if (!string.IsNullOrWhiteSpace(owner))
            await Database.MigrateAsync(new NpgsqlConnectionStringBuilder(owner) { Pooling = false }.ConnectionString, stop);
        else if (!builder.Environment.IsProduction()) await Database.MigrateAsync(connectionString, stop);
        else if (!await Database.IsCurrentAsync(connectionString, stop)) throw new SettingException(HostSettings.SchemaIsOld);
        if (builder.Environment.IsProduction() && await HostLoginCheck.ProblemAsync(connectionString, stop) is { } problem)
            throw new SettingException(
                $"The login of ConnectionStrings:Dukcapil {problem}: give the host the login {Database.AppRole} "
                + "(docs/runbook.md, Database logins).");
    }

    private static string? Sentence(Exception fault) => fault switch
    {
        LocalPostgresException or ContentException or SettingException => fault.Message,
        IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException } =>
            $"{fault.Message} Stop the program that uses the port, or start with --urls http://localhost:<another port>.",
        NpgsqlException { InnerException: SocketException } =>
            $"The database of ConnectionStrings:Dukcapil cannot be reached: {fault.InnerException.Message}",
        PostgresException refusal => $"The database of ConnectionStrings:Dukcapil refuses: {refusal.MessageText} ({refusal.SqlState})",
        _ => null,
    };
}
