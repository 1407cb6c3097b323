using Dukcapil.Bot.Core;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Messaging.Provider;
using Dukcapil.Bot.Core.Messaging.Templates;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;

namespace Dukcapil.Bot.Cli.Commands;

/// <summary>
/// <c>templates sync | status</c>: brings the templates of the content folder to the provider, and tells how far their approval is. The
/// account is the one of <c>Twilio__*</c>, the database the one of <c>ConnectionStrings__Dukcapil</c>.
/// </summary>
internal static class TemplatesCommand
{
    internal static int Run(Arguments arguments, TextWriter output, TextWriter errors)
    {
        if (arguments.Word is not ("sync" or "status"))
        {
            errors.WriteLine("Say what to do with the templates: templates sync|status.");
            return 2;
        }

        if (DatabaseCommand.ConnectionString(errors) is not { } connection) return 2;
        var settings = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        if (settings["Twilio:AccountSid"] is null or "" || settings["Twilio:AuthToken"] is null or "")
        {
            errors.WriteLine("Set Twilio__AccountSid and Twilio__AuthToken to the account first.");
            return 2;
        }

        return RunAsync(arguments, connection, settings, output).GetAwaiter().GetResult();
    }

    private static async Task<int> RunAsync(Arguments arguments, string connection, IConfiguration settings, TextWriter output)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System);
        services.AddSingleton<IHostEnvironment>(
            new HostingEnvironment { ContentRootPath = Path.GetFullPath(Path.Combine(arguments.ContentFolder, "..")) });
        services.AddDatabase(_ => connection).AddCore(settings).AddTwilio(settings);
        services.AddSingleton(TemplateCatalogue.Load(arguments.ContentFolder));
        await using var provider = services.BuildServiceProvider();
        var sync = provider.GetRequiredService<TemplateSync>();
        var states = arguments.Word == "sync"
            ? await sync.SyncAsync(CancellationToken.None)
            : await sync.CheckAsync(CancellationToken.None);
        if (states.Count > 0 && Screen.Of(output) is { } screen) screen.Write(Screen.Templates(states));
        else foreach (var state in states)
            await output.WriteLineAsync(
                $"{state.Name} ({state.Language}, {state.Version}): {state.Status}{(state.Reason is { } reason ? $", {reason}" : "")}");
        if (states.Count == 0) await output.WriteLineAsync("No template was created yet: templates sync does that.");
        return states.Any(state => state.IsStopped) ? 1 : 0;
    }
}
