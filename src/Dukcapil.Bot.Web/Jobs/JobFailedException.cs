namespace Dukcapil.Bot.Web.Jobs;

/// <summary>
/// The fault of a job as Hangfire may keep it: it stores messages in the clear, and the message of a real fault may hold anything, a NIK
/// included.
/// </summary>
/// <param name="type">Name of the type of the real fault; nothing else of it.</param>
public sealed class JobFailedException(string type) : Exception(type);
