using System.Globalization;
using System.Security.Claims;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Data.Protection;
using Dukcapil.Bot.Core.Staff;
using Dukcapil.Bot.Web.Pages;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Dukcapil.Bot.Web.Security;

/// <summary>
/// Sessions of staff: a cookie that any replica can read and that names a session of the database (<see cref="SessionBook"/>), which is
/// asked with every request. What has ended there has ended in every copy of the cookie.
/// </summary>
internal static class StaffSessions
{
    /// <summary>On requests that a page makes by itself (<c>js/page.js</c>): they keep no session alive.</summary>
    public const string PollHeader = "X-Poll";

    private const string SessionKey = "session";

    // The dashboard of jobs asks for its figures every two seconds.
    private const string DashboardPoll = "/hangfire/stats";

    /// <summary>Longer than a session: whose session has ended is still known, so that what they typed can be kept for them.</summary>
    private static readonly TimeSpan CookieLength = TimeSpan.FromDays(7);

    public static void AddStaffSessions(this IServiceCollection services, CookieSecurePolicy secure)
    {
        services.AddStaffAccounts().AddSignInManager();
        services.AddScoped<IUserClaimsPrincipalFactory<StaffMember>, StaffClaimsFactory>();
        services.AddDataProtection().SetApplicationName("dukcapil-bot").PersistKeysToDbContext<BotDbContext>();
        services.AddOptions<KeyManagementOptions>()
            .Configure<PersonalDataCipher>((options, cipher) => options.XmlEncryptor = new SessionKeyEncryptor(cipher));
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.ConfigureApplicationCookie(options =>
        {
            options.Cookie.Name = "dukcapil-petugas";
            options.Cookie.HttpOnly = true;
            options.Cookie.SecurePolicy = secure;
            // Not Strict: a link to a case that a colleague sends must open it. Changes are guarded by antiforgery tokens.
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.ExpireTimeSpan = CookieLength;
            options.SlidingExpiration = false;
            options.LoginPath = "/masuk";
            options.ReturnUrlParameter = "ke";
            options.AccessDeniedPath = "/galat/403";
            options.Events.OnValidatePrincipal = ValidateAsync;
            options.Events.OnRedirectToLogin = InterruptedRequests.ToSignInAsync;
            options.Events.OnRedirectToAccessDenied = context =>
            {
                context.Response.Redirect(context.Options.AccessDeniedPath);
                return Task.CompletedTask;
            };
        });
    }

    /// <summary>Begins a session of an account in this browser, in place of the one it had.</summary>
    public static async Task BeginAsync(this HttpContext context, StaffMember account)
    {
        await context.EndSessionAsync();
        var session = await context.RequestServices.GetRequiredService<SessionBook>().BeginAsync(account.Id);
        var properties = new AuthenticationProperties { Items = { [SessionKey] = session.ToString() } };
        await context.RequestServices.GetRequiredService<SignInManager<StaffMember>>().SignInAsync(account, properties);
    }

    /// <summary>Ends the session of this browser and of every copy of its cookie.</summary>
    public static async Task EndAsync(this HttpContext context)
    {
        await context.EndSessionAsync();
        await context.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    private static async Task EndSessionAsync(this HttpContext context)
    {
        var found = await context.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        if (found.Succeeded && SessionOf(found.Properties) is { } session)
            await context.RequestServices.GetRequiredService<SessionBook>().EndAsync(session);
    }

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var stampType = services.GetRequiredService<IOptions<IdentityOptions>>().Value.ClaimsIdentity.SecurityStampClaimType;
        if (context.Principal is { } principal
            && Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), CultureInfo.InvariantCulture, out var staffId))
        {
            try
            {
                var isAlive = SessionOf(context.Properties) is { } session && principal.FindFirstValue(stampType) is { } stamp
                    && await services.GetRequiredService<SessionBook>().UseAsync(session, staffId, stamp, IsByPerson(context.Request));
                if (isAlive) return;
                InterruptedRequests.Note(context.HttpContext, staffId);
            }
            catch (Exception fault) when (OutagePages.Takes(context.HttpContext, fault))
            {
                // Not known to be signed in; nobody is sent to the sign-in for it (InterruptedRequests).
            }
        }

        context.RejectPrincipal();
    }

    private static bool IsByPerson(HttpRequest request) => !request.Headers.ContainsKey(PollHeader) && request.Path != DashboardPoll;

    private static Guid? SessionOf(AuthenticationProperties? properties) =>
        properties?.Items.TryGetValue(SessionKey, out var text) == true
            && Guid.TryParse(text, CultureInfo.InvariantCulture, out var session) ? session : null;
}
