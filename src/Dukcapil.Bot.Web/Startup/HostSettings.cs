using Dukcapil.Bot.Core;
using Dukcapil.Bot.Core.Casework.Deadlines;
using Dukcapil.Bot.Core.Data.Protection;
using Dukcapil.Bot.Core.Messaging.Provider;

namespace Dukcapil.Bot.Web.Startup;

/// <summary>Settings that decide how the host starts, and the check that they make sense and a production start has its secrets.</summary>
internal static class HostSettings
{
    /// <summary>Whether the simulator plays Twilio on this host: only where it is switched on, and never in Production.</summary>
    public static bool IsSimulated(IHostEnvironment environment, IConfiguration configuration) =>
        !environment.IsProduction() && configuration.GetValue("Simulator:Enabled", environment.IsDevelopment());

    /// <summary>Checks what would show only hours later, and what a production start cannot do without.</summary>
    /// <exception cref="SettingException">Something is wrong, missing or a placeholder; one line that names the key.</exception>
    public static void Check(WebApplicationBuilder builder)
    {
        var deadlines = builder.Configuration.GetSection("Deadlines").Get<DeadlineOptions>() ?? new DeadlineOptions();
        if (deadlines.Problem() is { } wrong) throw new SettingException(wrong);
        if (!builder.Environment.IsProduction()) return;
        if (string.IsNullOrWhiteSpace(builder.Configuration.GetConnectionString("Dukcapil")))
            throw new SettingException("ConnectionStrings:Dukcapil is missing: a production host does not start a database of its own.");
        var keys = builder.Configuration.GetSection("PersonalData").Get<PersonalDataOptions>() ?? new PersonalDataOptions();
        if (keys.Problem() is { } guessable) throw new SettingException(guessable);
        var twilio = builder.Configuration.GetSection(TwilioOptions.Section).Get<TwilioOptions>() ?? new TwilioOptions();
        if (TwilioOptionsCheck.Problems(twilio) is [var problem, ..]) throw new SettingException(problem);
    }
}
