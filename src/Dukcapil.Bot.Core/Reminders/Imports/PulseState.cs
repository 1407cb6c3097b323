namespace Dukcapil.Bot.Core.Reminders.Imports;

/// <summary>Answer to the heartbeat of an import.</summary>
internal enum PulseState
{
    /// <summary>It may go on.</summary>
    Running,

    /// <summary>Somebody asked to stop it.</summary>
    Cancelled,

    /// <summary>It counts as ended: it gave no sign for too long.</summary>
    Lost,
}
