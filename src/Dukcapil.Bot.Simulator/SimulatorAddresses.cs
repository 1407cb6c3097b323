using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace Dukcapil.Bot.Simulator;

/// <summary>Finds the bot and the simulator. By default both are this server, at the first address it listens on.</summary>
internal sealed class SimulatorAddresses(IOptions<SimulatorOptions> options, IServer server)
{
    /// <summary>The bot's base address without a trailing slash.</summary>
    public string Bot => Text(options.Value.BotBase);

    /// <summary>The simulator's REST base without a trailing slash.</summary>
    public string Provider => Text(options.Value.OwnBase) + SimulatorServices.ProviderPrefix;

    private string Text(Func<Uri>? configured) => (configured?.Invoke().OriginalString ?? Listening()).TrimEnd('/');

    private string Listening()
    {
        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()
            ?? throw new InvalidOperationException("The simulator does not know where the bot is: the server listens on no address yet.");
        // A wildcard is no address to call.
        return new[] { "[::]", "0.0.0.0", "*", "+" }.Aggregate(
            address, (text, any) => text.Replace($"//{any}:", "//127.0.0.1:", StringComparison.Ordinal));
    }
}
