using Cronos;
using Dukcapil.Bot.Core;
using Dukcapil.Bot.Core.Time;

namespace Dukcapil.Bot.Web.Jobs;

/// <summary>The rows of <see cref="RecurringJobRows"/> with their plans from the settings.</summary>
public sealed class RecurringJobPlans
{
    /// <summary>The part of the settings that holds a plan for each row.</summary>
    public const string Section = "Jobs";

    private RecurringJobPlans(IReadOnlyList<RecurringJobRow> rows, TimeZoneInfo zone) => (Rows, Zone) = (rows, zone);

    /// <summary>The rows, in the order of the table.</summary>
    public IReadOnlyList<RecurringJobRow> Rows { get; }

    /// <summary>The office's time zone, in which plans are read.</summary>
    public TimeZoneInfo Zone { get; }

    /// <summary>The row of a name; null for none.</summary>
    public RecurringJobRow? Find(string name) => Rows.FirstOrDefault(row => row.Name == name);

    /// <summary>Reads the plans: cron in office time with seconds, minutes, hours, day of month, month, day of week.</summary>
    /// <exception cref="SettingException">A plan is missing or no cron, or a name is unknown; one line that names the key.</exception>
    public static RecurringJobPlans Read(IConfiguration configuration)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(configuration["Office:TimeZone"] ?? new OfficeOptions().TimeZone);
        var names = RecurringJobRows.All.Select(row => row.Name).ToList();
        var keys = configuration.GetSection(Section).GetChildren().Select(child => child.Key);
        if (keys.Except(names, StringComparer.OrdinalIgnoreCase).FirstOrDefault() is { } key)
            throw new SettingException($"{Section}:{key} names no scheduled work; there are: {string.Join(", ", names)}.");
        var rows = RecurringJobRows.All.Select(row => Planned(row, configuration[$"{Section}:{row.Name}:Cron"], zone));
        return new RecurringJobPlans(rows.ToList(), zone);
    }

    private static RecurringJobRow Planned(RecurringJobRow row, string? cron, TimeZoneInfo zone)
    {
        if (string.IsNullOrWhiteSpace(cron)) throw new SettingException($"{Section}:{row.Name}:Cron is missing: when shall it run?");
        if (!CronExpression.TryParse(cron, CronFormat.IncludeSeconds, out var plan))
            throw new SettingException(
                $"{Section}:{row.Name}:Cron is no plan: '{cron}'. Write six fields, such as '0 15 2 * * ?' for 02.15 every day.");
        return row with { Cron = cron, NextAfter = after => plan.GetNextOccurrence(after, zone) };
    }
}
