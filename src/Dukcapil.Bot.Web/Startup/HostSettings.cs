using Dukcapil.Bot.Core;
using Dukcapil.Bot.Core.Casework.Deadlines;
using Dukcapil.Bot.Core.Data.Protection;
using Dukcapil.Bot.Core.Messaging.Provider;

namespace Dukcapil.Bot.Web.Startup;

/// <summary>Settings that decide how the host starts, and the check that they make sense and a production start has its secrets.</summary>
internal static class HostSettings
{
    /// <summary>What stands in appsettings.Development.json in place of a token.</summary>
    private const string SimulatorToken = "simulator-only";

    /// <summary>What to do when the schema is not that of this program and the host may not change it.</summary>
    internal const string SchemaIsOld =
        "The database's schema is not that of this program: run `migrate` with ConnectionStrings:DukcapilOwner, or set that for the host.";

    /// <summary>Whether the simulator plays Twilio on this host: only where it is switched on, and never in Production.</summary>
    public static bool IsSimulated(IHostEnvironment environment, IConfiguration configuration) =>
        !environment.IsProduction() && configuration.GetValue("Simulator:Enabled", environment.IsDevelopment());

    /// <summary>
    /// Whether nothing may leave this machine: outside Production where the simulator plays Twilio, and where no account of Twilio is
    /// configured.
    /// </summary>
    public static bool StaysHere(IHostEnvironment environment, IConfiguration configuration)
    {
        var token = configuration["Twilio:AuthToken"];
        return !environment.IsProduction()
            && (IsSimulated(environment, configuration) || string.IsNullOrWhiteSpace(token) || token == SimulatorToken);
    }

    /// <summary>What to say when a production host names no proxy; null when there is nothing to say.</summary>
    public static string? MissingProxy(WebApplicationBuilder builder) =>
        builder.Environment.IsProduction() && (builder.Configuration.GetSection("Proxy:Known").Get<string[]>() ?? []).Length == 0
            ? "Proxy:Known is missing: behind a proxy every caller seems to be the proxy, shares its limits, and cookies count as sent "
                + "without TLS. Name its address."
            : null;

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
