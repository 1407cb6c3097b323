using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Dukcapil.Bot.Web.Security;

/// <summary>
/// Rate limit of the lobby's board, the only page without an account; generous, because the whole office may share one address.
/// </summary>
internal static class BoardLimit
{
    /// <summary>Name of the policy for reading the board.</summary>
    public const string Reading = "board";

    /// <summary>Name of the policy for boards that stay connected; one counts for as long as it is.</summary>
    public const string Listening = "board-stream";

    private const int ReadsAMinute = 120, StreamsAnAddress = 20;

    public static void AddBoardLimit(this IServiceCollection services) => services.Configure<RateLimiterOptions>(options =>
    {
        options.AddPolicy(Reading, context => RateLimitPartition.GetFixedWindowLimiter(
            CallerNetwork.Of(context), _ => new FixedWindowRateLimiterOptions
            {
                PermitLimit = ReadsAMinute,
                Window = TimeSpan.FromMinutes(1),
            }));
        options.AddPolicy(Listening, context => RateLimitPartition.GetConcurrencyLimiter(
            CallerNetwork.Of(context), _ => new ConcurrencyLimiterOptions { PermitLimit = StreamsAnAddress }));
    });
}
