using Dukcapil.Bot.Web.Jobs;

namespace Dukcapil.Bot.Web.Pages.Jobs;

/// <summary>A row of the recurring jobs as a line of the page.</summary>
/// <param name="Row">The row.</param>
/// <param name="LastRun">Its last run; null when none is kept.</param>
/// <param name="Next">When it runs next; null when nothing is planned.</param>
/// <param name="PausedBy">Who paused it; null when its plan runs.</param>
public sealed record JobLine(RecurringJobRow Row, JobRun? LastRun, DateTimeOffset? Next, string? PausedBy);
