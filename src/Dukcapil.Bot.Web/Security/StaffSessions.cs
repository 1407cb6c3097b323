using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Data.Protection;
using Dukcapil.Bot.Core.Staff;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;

namespace Dukcapil.Bot.Web.Security;

/// <summary>Sessions of staff: one cookie that any replica can read, ended when the account changes.</summary>
internal static class StaffSessions
{
    /// <summary>A working day with overtime; used again within it, a session is prolonged.</summary>
    private static readonly TimeSpan Length = TimeSpan.FromHours(10);

    /// <summary>How soon a disabled account is out.</summary>
    private static readonly TimeSpan Recheck = TimeSpan.FromMinutes(1);

    public static void AddStaffSessions(this IServiceCollection services, CookieSecurePolicy secure)
    {
        services.AddStaffAccounts().AddSignInManager();
        services.AddScoped<IUserClaimsPrincipalFactory<StaffMember>, StaffClaimsFactory>();
        services.AddDataProtection().SetApplicationName("dukcapil-bot").PersistKeysToDbContext<BotDbContext>();
        services.AddOptions<KeyManagementOptions>().Configure<PersonalDataCipher>((options, cipher) => options.XmlEncryptor = new SessionKeyEncryptor(cipher));
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = Recheck);
        services.ConfigureApplicationCookie(options =>
        {
            options.Cookie.Name = "dukcapil-petugas";
            options.Cookie.HttpOnly = true;
            options.Cookie.SecurePolicy = secure;
            // Not Strict: a link to a case that a colleague sends must open it. Changes are guarded by antiforgery tokens.
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.ExpireTimeSpan = Length;
            options.SlidingExpiration = true;
            options.LoginPath = "/masuk";
            options.ReturnUrlParameter = "ke";
            options.AccessDeniedPath = "/galat/403";
            options.Events.OnRedirectToLogin = ToSignIn;
            options.Events.OnRedirectToAccessDenied = context =>
            {
                context.Response.Redirect(context.Options.AccessDeniedPath);
                return Task.CompletedTask;
            };
        });
    }

    // htmx would put the sign-in page into the panel it was about to swap; it must go there as a whole.
    private static Task ToSignIn(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (context.Request.Headers.ContainsKey("HX-Request"))
        {
            context.Response.Headers["HX-Redirect"] = "/masuk";
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }
        else
        {
            // The path alone: an absolute address would repeat what the caller wrote into Host.
            var request = context.Request;
            var back = QueryString.Create(context.Options.ReturnUrlParameter, request.PathBase + request.Path + request.QueryString);
            context.Response.Redirect(context.Options.LoginPath + back);
        }

        return Task.CompletedTask;
    }
}
