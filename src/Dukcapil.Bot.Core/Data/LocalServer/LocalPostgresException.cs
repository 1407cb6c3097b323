namespace Dukcapil.Bot.Core.Data.LocalServer;

/// <summary>
/// The private PostgreSQL cannot be used. The message is one English sentence for the person at the console: it names
/// the folder and says what to do.
/// </summary>
public sealed class LocalPostgresException(string message, Exception? inner = null) : Exception(message, inner);
