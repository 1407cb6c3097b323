using System.Threading.RateLimiting;

namespace Dukcapil.Bot.Web.Security;

/// <summary>
/// Concurrency limit of sign-ins: of one network address two passwords are checked at a time, and the others wait. Nobody is refused for
/// what others do at a shared address; browsers that have signed in before have a limit of their own. How often an account may be tried is
/// counted in <c>SignInTries</c>.
/// </summary>
internal static class SignInLimit
{
    /// <summary>Name of the policy; put on the sign-in page.</summary>
    public const string Policy = "sign-in";

    private const int AtATime = 2, Waiting = 100;

    public static void AddSignInLimit(this IServiceCollection services)
    {
        services.AddSingleton<KnownBrowsers>();
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.AddPolicy(Policy, context => HttpMethods.IsPost(context.Request.Method)
                ? RateLimitPartition.GetConcurrencyLimiter(
                    CallerOf(context), _ => new ConcurrencyLimiterOptions { PermitLimit = AtATime, QueueLimit = Waiting })
                : RateLimitPartition.GetNoLimiter(""));
        });
    }

    private static string CallerOf(HttpContext context) =>
        context.RequestServices.GetRequiredService<KnownBrowsers>().Find(context) ?? CallerNetwork.Of(context);
}
