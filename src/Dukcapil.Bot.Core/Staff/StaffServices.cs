using Dukcapil.Bot.Core.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Dukcapil.Bot.Core.Staff;

/// <summary>Registers accounts of staff, for the pages and for the command line alike.</summary>
public static class StaffServices
{
    internal static IServiceCollection AddStaff(this IServiceCollection services, IConfiguration configuration) =>
        services.Configure<SessionOptions>(configuration.GetSection("Sessions"));

    /// <summary>Registers the account store on <see cref="BotDbContext"/> and <see cref="StaffAccounts"/>.</summary>
    public static IdentityBuilder AddStaffAccounts(this IServiceCollection services)
    {
        services.AddScoped<IUserStore<StaffMember>, UserOnlyStore<StaffMember, BotDbContext, Guid>>();
        services.AddScoped<StaffAccounts>();
        services.AddScoped<StaffSignIn>();
        services.AddSingleton<SignInTries>();
        services.AddSingleton<SessionBook>();
        services.AddSingleton<KeptForms>();
        services.AddScoped<DemoStaff>();
        return services.AddIdentityCore<StaffMember>(options =>
        {
            // Length alone is required: rules on classes of characters make people write passwords down (NIST SP 800-63B).
            options.Password.RequiredLength = 12;
            options.Password.RequireDigit = false;
            options.Password.RequireLowercase = false;
            options.Password.RequireUppercase = false;
            options.Password.RequireNonAlphanumeric = false;
            options.Password.RequiredUniqueChars = 5;
        });
    }
}
