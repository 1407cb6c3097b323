using System.Threading.RateLimiting;

namespace Dukcapil.Bot.Web.Security;

/// <summary>
/// Slows down guessing over many accounts, which the lock-out of one account does not see. The whole office may share one address,
/// so the limit is far above what people at a counter type.
/// </summary>
internal static class SignInLimit
{
    /// <summary>Name of the policy; put on the sign-in page.</summary>
    public const string Policy = "sign-in";

    private const int TriesAMinute = 60;

    public static void AddSignInLimit(this IServiceCollection services) => services.AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.AddPolicy(Policy, context => HttpMethods.IsPost(context.Request.Method)
            ? RateLimitPartition.GetFixedWindowLimiter(
                CallerNetwork.Of(context),
                _ => new FixedWindowRateLimiterOptions { PermitLimit = TriesAMinute, Window = TimeSpan.FromMinutes(1) })
            : RateLimitPartition.GetNoLimiter(""));
    });
}
