namespace Dukcapil.Bot.Core.Messaging.Channels;

/// <summary>A channel by which residents write.</summary>
/// <param name="Id">Its name. Every sender's id begins with it and a colon, so that a stored message still tells its channel.</param>
/// <param name="Can">What it shows beside text.</param>
public sealed record Channel(string Id, ChannelCapabilities Can);

/// <summary>What a channel shows beside text.</summary>
/// <param name="Menus">Lists and buttons; without them a question is its numbered text.</param>
/// <param name="Pictures">Pictures with a message; without them a message goes without its picture.</param>
public sealed record ChannelCapabilities(bool Menus, bool Pictures)
{
    /// <summary>Text alone: what every channel can.</summary>
    public static ChannelCapabilities TextOnly { get; } = new(false, false);
}

/// <summary>The channels that this host serves.</summary>
public sealed class ChannelCatalogue(IEnumerable<Channel> channels)
{
    private readonly Dictionary<string, Channel> _channels = channels.ToDictionary(channel => channel.Id, StringComparer.Ordinal);

    /// <summary>What the channel of a sender shows; of an unknown one nothing but text is expected.</summary>
    /// <param name="sender">The sender's id, such as <c>whatsapp:+62…</c>.</param>
    public ChannelCapabilities Of(string sender) =>
        _channels.TryGetValue(IdOf(sender), out var channel) ? channel.Can : ChannelCapabilities.TextOnly;

    /// <summary>The channel's name in a sender's id.</summary>
    internal static string IdOf(string sender) => sender[..Math.Max(0, sender.IndexOf(':', StringComparison.Ordinal))];
}
