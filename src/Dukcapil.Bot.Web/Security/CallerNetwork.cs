using System.Net;
using System.Net.Sockets;

namespace Dukcapil.Bot.Web.Security;

/// <summary>Key of a caller where tries are counted.</summary>
public static class CallerNetwork
{
    private const int NetworkBytes = 8;

    /// <summary>
    /// The caller's IPv4 address, or of IPv6 the /64: whoever has one address of that network has all of them (RFC 6177).
    /// </summary>
    public static string Of(HttpContext context) => context.Connection.RemoteIpAddress is { } address ? Of(address) : "";

    /// <inheritdoc cref="Of(HttpContext)"/>
    public static string Of(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return address.ToString();
        var network = address.GetAddressBytes();
        network.AsSpan(NetworkBytes).Clear();
        return $"{new IPAddress(network)}/64";
    }
}
