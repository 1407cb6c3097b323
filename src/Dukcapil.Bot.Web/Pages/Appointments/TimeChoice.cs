namespace Dukcapil.Bot.Web.Pages.Appointments;

/// <summary>What an officer can choose from when giving somebody a time.</summary>
/// <param name="Days">The days with a free place, next first.</param>
/// <param name="Day">The day whose times are shown; null when no day has a place.</param>
/// <param name="Times">Its free times.</param>
/// <param name="Chosen">The value of the time that is marked; null for none.</param>
public sealed record TimeChoice(
    IReadOnlyList<(DateOnly Day, int Free)> Days, DateOnly? Day, IReadOnlyList<TimeOption> Times, string? Chosen);

/// <summary>A time to choose.</summary>
/// <param name="Value">What the form sends.</param>
/// <param name="Hour">What is read.</param>
/// <param name="Free">Free places.</param>
/// <param name="IsMorning">Before 12.00.</param>
public sealed record TimeOption(string Value, string Hour, int Free, bool IsMorning);
