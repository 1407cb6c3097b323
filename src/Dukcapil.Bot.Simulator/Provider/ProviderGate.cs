using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Dukcapil.Bot.Simulator.Provider;

/// <summary>Authentication of the played API: Basic, and the same account in the path where it has one.</summary>
internal sealed class ProviderGate(IOptions<SimulatorOptions> options) : IEndpointFilter
{
    /// <inheritdoc/>
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (!IsSignedIn(http.Request.Headers.Authorization.ToString()))
            return ProviderAnswer.Error(StatusCodes.Status401Unauthorized, 20003, "Authenticate");
        var account = http.Request.RouteValues["account"] as string;
        return account is null || account == options.Value.AccountSid
            ? await next(context)
            : ProviderAnswer.NotFound(http.Request.Path);
    }

    private bool IsSignedIn(string header)
    {
        var expected = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.Value.AccountSid}:{options.Value.AuthToken}"));
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(header), Encoding.UTF8.GetBytes(expected));
    }
}
