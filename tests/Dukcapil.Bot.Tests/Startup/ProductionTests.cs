using System.Net;
using System.Security.Cryptography;
using Dukcapil.Bot.Core.Data.Protection;
using Dukcapil.Bot.Tests.Fixtures;
using Dukcapil.Bot.Web.Security;
using Dukcapil.Bot.Web.Startup;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Dukcapil.Bot.Tests.Startup;

/// <summary>What a production host believes and what it asks of browsers; and keys that somebody could guess.</summary>
public sealed class ProductionTests
{
    [Fact]
    public void Forwarded_headers_count_only_from_a_named_proxy()
    {
        Option<ForwardedHeadersOptions>().ForwardedHeaders.ShouldBe(ForwardedHeaders.None);
        Option<ForwardedHeadersOptions>("--Proxy:Known:0=192.0.2.1").ShouldSatisfyAllConditions(
            options => options.ForwardedHeaders.ShouldBe(ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto),
            options => options.KnownProxies.ShouldBe([IPAddress.Parse("192.0.2.1")]));
    }

    [Fact]
    public void Cookies_travel_over_TLS_alone()
    {
        using var app = Build();
        app.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>()
            .Get(IdentityConstants.ApplicationScheme).Cookie.SecurePolicy
            .ShouldBe(CookieSecurePolicy.Always);
        app.Services.GetRequiredService<IOptions<AntiforgeryOptions>>().Value.Cookie.SecurePolicy.ShouldBe(CookieSecurePolicy.Always);
    }

    [Theory]
    [InlineData("203.0.113.7", "203.0.113.7")]
    [InlineData("::ffff:203.0.113.7", "203.0.113.7")]
    [InlineData("2001:db8:1:2:aaaa:bbbb:cccc:dddd", "2001:db8:1:2::/64")]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2::/64")]
    public void Caller_is_an_address_or_of_IPv6_a_network(string address, string caller) =>
        CallerNetwork.Of(IPAddress.Parse(address)).ShouldBe(caller);

    [Fact]
    public void Keys_that_are_random_have_no_problem() => Keys(Random(), Random()).Problem().ShouldBeNull();

    [Fact]
    public void Keys_that_somebody_could_guess_are_named_and_not_shown()
    {
        var counted = Convert.ToBase64String([.. Enumerable.Range(0, 32).Select(n => (byte)n)]);
        foreach (var guessable in (string[])[Convert.ToBase64String(new byte[32]), Convert.ToBase64String(
            "changemechangemechangemechangeme"u8), counted])
        {
            Keys(guessable, Random()).Problem().ShouldNotBeNull().ShouldSatisfyAllConditions(
                line => line.ShouldStartWith("PersonalData:EncryptionKey"), line => line.ShouldNotContain(guessable));
            Keys(Random(), guessable).Problem().ShouldNotBeNull().ShouldStartWith("PersonalData:SearchKey");
        }
    }

    [Fact]
    public void Keys_that_are_the_same_are_refused()
    {
        var key = Random();
        Keys(key, key).Problem().ShouldNotBeNull().ShouldStartWith("PersonalData:SearchKey");
    }

    private static PersonalDataOptions Keys(string encryption, string search) => new() { EncryptionKey = encryption, SearchKey = search };

    private static string Random() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    private static T Option<T>(params string[] settings)
        where T : class
    {
        using var app = Build(settings);
        return app.Services.GetRequiredService<IOptions<T>>().Value;
    }

    private static WebApplication Build(params string[] settings) => BotHost.Build(
        BotHost.CreateBuilder(["--environment", "Production", .. BotApp.Keys.Select(key => $"--{key.Key}={key.Value}"), .. settings]),
        "Host=127.0.0.1;Port=1;Database=none;Username=none");
}
