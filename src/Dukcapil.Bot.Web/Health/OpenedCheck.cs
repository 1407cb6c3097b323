using Dukcapil.Bot.Web.Startup;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Dukcapil.Bot.Web.Health;

/// <summary>Unhealthy until the host has loaded its content and opened.</summary>
internal sealed class OpenedCheck(Readiness readiness) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(readiness.IsReady ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy());
}
