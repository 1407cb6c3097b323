namespace Dukcapil.Bot.Web.Pages.Jobs;

/// <summary>A job that failed and waits for somebody to run it again.</summary>
/// <param name="Id">Hangfire's id.</param>
/// <param name="Title">What it does.</param>
/// <param name="At">When it failed.</param>
/// <param name="Fault">The kind of fault.</param>
public sealed record FailedJob(string Id, string Title, DateTimeOffset? At, string? Fault);
