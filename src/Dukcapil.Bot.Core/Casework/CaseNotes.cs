using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Casework.Records;

namespace Dukcapil.Bot.Core.Casework;

/// <summary>Lines of history that come with no change of the case.</summary>
public static class CaseNotes
{
    /// <summary>The resident asked for their data to be erased.</summary>
    public static HistoryRecord EraseRequested(CaseRecord record, DateTimeOffset now) => new()
    {
        CaseId = record.Id,
        At = now,
        ActorKind = ActorKind.Resident,
        Action = CaseEvent.EraseRequested,
    };
}
