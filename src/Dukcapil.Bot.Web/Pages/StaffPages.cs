using Dukcapil.Bot.Core.Messaging.Media;
using Dukcapil.Bot.Web.Pages.Appointments;
using Dukcapil.Bot.Web.Pages.Cases;
using Dukcapil.Bot.Web.Pages.Queues;
using Dukcapil.Bot.Web.Pages.Reminders.Imports;
using Dukcapil.Bot.Web.Pages.Shared;
using Dukcapil.Bot.Web.Security;
using Microsoft.AspNetCore.Authorization;

namespace Dukcapil.Bot.Web.Pages;

/// <summary>Registers and maps the pages of staff.</summary>
public static class StaffPages
{
    /// <summary>Name of the policy for pages that only administrators see.</summary>
    public const string AdminPolicy = "admin";

    /// <summary>Name of the policy for the pages on messages: administrators act there, those who lead desks read.</summary>
    public const string MessagesPolicy = "messages";

    /// <summary>Name of the policy for the pages on the line: those who serve at counters work there, those who lead desks read.</summary>
    public const string CounterPolicy = "counter";

    /// <summary>Name of the policy for the pages that change the office's plan: administrators and those who lead desks.</summary>
    public const string PlanPolicy = "plan";

    /// <summary>
    /// Registers pages, sessions, authorization and limits. Every endpoint of the host needs a signed-in officer unless it says
    /// <c>AllowAnonymous</c>; webhooks, health checks and the simulator must.
    /// </summary>
    public static IServiceCollection AddStaffPages(this IServiceCollection services, IHostEnvironment environment)
    {
        var secure = environment.IsProduction() ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        services.AddStaffSessions(secure);
        services.AddSignInLimit();
        services.AddBoardLimit();
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .AddPolicy(AdminPolicy, policy => policy.RequireAuthenticatedUser().RequireClaim(StaffClaims.AdminType))
            .AddPolicy(MessagesPolicy, policy => policy.RequireAuthenticatedUser().RequireAssertion(
                context => IsSignedIn(context) && (context.User.IsAdmin() || context.User.SeesAllDesks())))
            .AddPolicy(PlanPolicy, policy => policy.RequireAuthenticatedUser().RequireAssertion(
                context => IsSignedIn(context) && context.User.MayPlan()))
            .AddPolicy(CounterPolicy, policy => policy.RequireAuthenticatedUser().RequireAssertion(
                context => IsSignedIn(context) && (context.User.MayServe() || context.User.IsAdmin() || context.User.SeesAllDesks())));
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "dukcapil-formulir";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = secure;
        });
        services.AddRazorPages().AddMvcOptions(options =>
        {
            options.Filters.Add<KnownHandlers>();
            options.Filters.Add<ReadableForms>();
            options.Filters.Add<FormKeeper>();
        });
        services.AddSingleton<PrintedCodes>();
        services.AddSingleton<SearchToken>();
        services.AddSingleton<CounterMedia>();
        services.AddSingleton<RefusalTexts>();
        services.AddSingleton<ReasonTexts>();
        services.AddSingleton<ServiceNames>();
        services.AddSingleton<TimeChooser>();
        return services;
    }

    /// <summary>Adds what runs before every endpoint. Call it before endpoints are mapped.</summary>
    public static void UseStaffPages(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseWhen(IsForPeople, people =>
        {
            people.UseExceptionHandler("/galat/500");
            people.UseStatusCodePagesWithReExecute("/galat/{0}");
            people.UseOutagePages();
        });
        app.UseReadableAddresses();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseKnownMethods();
    }

    /// <summary>Maps the pages, the photos of cases and the files the pages load.</summary>
    public static void MapStaffPages(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages().WithStaticAssets();
        app.MapCaseFiles();
        app.MapBoard();
        app.MapImportUpload();
        app.MapListTemplates();
        app.MapRejectedRows();
    }

    // All requirements of a policy are evaluated, also after one has failed: without a sign-in there is no role.
    private static bool IsSignedIn(AuthorizationHandlerContext context) => context.User.Identity?.IsAuthenticated == true;

    private static bool IsForPeople(HttpContext context) =>
        !StartsWith(context, "/webhooks") && !StartsWith(context, "/health");

    private static bool StartsWith(HttpContext context, string path) =>
        context.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase);
}
