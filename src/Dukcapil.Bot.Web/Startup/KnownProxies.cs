using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Dukcapil.Bot.Web.Startup;

/// <summary>
/// Forwarded headers are accepted from the TLS proxies listed in <c>Proxy:Known</c> only; with none listed they are ignored, since any
/// caller can write them. Webhook signatures never depend on them.
/// </summary>
internal static class KnownProxies
{
    public static IServiceCollection AddKnownProxies(this IServiceCollection services, IConfiguration configuration) =>
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            var known = configuration.GetSection("Proxy:Known").Get<string[]>() ?? [];
            options.ForwardedHeaders = known.Length == 0
                ? ForwardedHeaders.None
                : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            options.KnownIPNetworks.Clear();
            options.KnownProxies.Clear();
            foreach (var address in known) options.KnownProxies.Add(IPAddress.Parse(address));
        });

    /// <summary>Outside Development people reach the pages over TLS only, and browsers remember that.</summary>
    public static void UseKnownProxies(this WebApplication app)
    {
        app.UseForwardedHeaders();
        if (!app.Environment.IsDevelopment()) app.UseHsts();
    }
}
