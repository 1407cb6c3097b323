using Dukcapil.Bot.Core;
using Dukcapil.Bot.Core.Scheduling;
using Dukcapil.Bot.Core.Time;
using Quartz;

namespace Dukcapil.Bot.Web.Jobs;

/// <summary>The rows of <see cref="WorkRows"/> with their plans from the settings.</summary>
public sealed class WorkTable
{
    /// <summary>The part of the settings that holds a plan for each row.</summary>
    public const string Section = "Jobs";

    private WorkTable(IReadOnlyList<ScheduledWork> rows) => Rows = rows;

    /// <summary>The rows, in the order of the table.</summary>
    public IReadOnlyList<ScheduledWork> Rows { get; }

    /// <summary>The row of a name; null for none.</summary>
    public ScheduledWork? Find(string name) => Rows.FirstOrDefault(row => row.Name == name);

    /// <summary>Reads the plans. They are Quartz cron in office time: seconds, minutes, hours, day of month, month, day of week.</summary>
    /// <exception cref="SettingException">A plan is missing or no cron, or a name is unknown; one line that names the key.</exception>
    public static WorkTable Read(IConfiguration configuration)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(configuration["Office:TimeZone"] ?? new OfficeOptions().TimeZone);
        foreach (var key in configuration.GetSection(Section).GetChildren().Select(child => child.Key).Except(WorkRows.All.Select(row => row.Name), StringComparer.OrdinalIgnoreCase))
            throw new SettingException($"{Section}:{key} names no scheduled work; there are: {string.Join(", ", WorkRows.All.Select(row => row.Name))}.");
        return new WorkTable(WorkRows.All.Select(row => Planned(row, configuration[$"{Section}:{row.Name}:Cron"], zone)).ToList());
    }

    private static ScheduledWork Planned(ScheduledWork row, string? cron, TimeZoneInfo zone)
    {
        if (string.IsNullOrWhiteSpace(cron)) throw new SettingException($"{Section}:{row.Name}:Cron is missing: when shall it run?");
        if (!CronExpression.TryParse(cron, out var plan))
            throw new SettingException($"{Section}:{row.Name}:Cron is no plan: '{cron}'. Write six fields, such as '0 15 2 * * ?' for 02.15 every day.");
        var local = plan.WithTimeZone(zone);
        return row with { Cron = cron, NextAfter = local.GetNextValidTimeAfter };
    }
}
