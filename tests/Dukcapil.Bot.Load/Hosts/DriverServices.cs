using Dukcapil.Bot.Core;
using Dukcapil.Bot.Core.Content;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Messaging.Provider;
using Dukcapil.Bot.Core.Staff;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;

namespace Dukcapil.Bot.Load.Hosts;

/// <summary>The features of the host in the driver's own process, with the content and keys of the hosts: for what staff do.</summary>
internal static class DriverServices
{
    public static ServiceProvider Build(string connection, TimeProvider time)
    {
        var folder = Path.GetDirectoryName(HostProgram.Path)!;
        var own = new Dictionary<string, string?>(HostProcess.PersonalDataKeys, StringComparer.Ordinal)
        {
            ["Twilio:MessagesPerSecond"] = "100000",
        };
        var settings = new ConfigurationBuilder().AddJsonFile(Path.Combine(folder, "appsettings.json")).AddInMemoryCollection(own).Build();
        var services = new ServiceCollection().AddLogging().AddSingleton(time);
        services.AddSingleton<IHostEnvironment>(new HostingEnvironment { ContentRootPath = folder });
        services.AddDatabase(_ => connection).AddCore(settings).AddTwilio(settings).AddStaffAccounts();
        var built = services.BuildServiceProvider();
        built.GetRequiredService<BotContentHolder>()
            .Use(BotContentLoader.Load(Path.Combine(folder, "dialogs"), ContentFeatures.From(settings)));
        return built;
    }
}
