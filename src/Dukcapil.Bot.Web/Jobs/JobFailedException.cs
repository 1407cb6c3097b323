namespace Dukcapil.Bot.Web.Jobs;

/// <summary>
/// Replacement for the fault of a job: Hangfire stores messages in plain text, and the message of a real fault may hold personal data.
/// </summary>
/// <param name="type">Name of the type of the real fault; nothing else of it.</param>
public sealed class JobFailedException(string type) : Exception(type);
