namespace Dukcapil.Bot.Alur;

/// <summary>Within what time the office must have the result ready, from the moment the application came in (<c>tenggat</c>).</summary>
/// <param name="Hours">Working hours of the office calendar, without the time it waits for the resident.</param>
/// <param name="IsPromised">
/// Whether residents are told (<c>janji: true</c>). The published procedures name no time, so none is promised unless the office says so.
/// </param>
public sealed record AlurDeadline(int Hours, bool IsPromised);
