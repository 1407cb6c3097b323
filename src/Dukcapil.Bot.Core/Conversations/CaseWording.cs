using Dukcapil.Bot.Content;
using Dukcapil.Bot.Core.Casework;
using Dukcapil.Bot.Core.Content;
using Dukcapil.Bot.Core.Time;

namespace Dukcapil.Bot.Core.Conversations;

/// <summary>Says in words where a stored case stands, for the phone it belongs to.</summary>
public sealed class CaseWording(BotContentHolder content, AlurVersions alurs, OfficeClock clock)
{
    private CaseRundown Rundown => new(content.Current.Texts);

    /// <summary>One line of a list: what, for whom, and where it stands.</summary>
    public async Task<LocalizedText> LineAsync(ResidentCase item, CancellationToken cancellation) =>
        Rundown.Row(await alurs.FindAsync(item.AlurVersion, cancellation), item.SubjectName, item.Status);

    /// <summary>Everything the phone may know of a case.</summary>
    public LocalizedText Describe(CaseEdit edit)
    {
        ArgumentNullException.ThrowIfNull(edit);
        var record = edit.Record;
        return Rundown.Describe(new CaseStanding
        {
            Number = record.Number,
            Alur = edit.Alur,
            Name = record.SubjectName,
            Status = record.Status,
            StepId = record.StepId,
            Reason = record.Reason,
            HeldUntil = record.HoldUntil is { } until ? clock.Day(until) : null,
            Since = clock.Moment(record.ClosedAt ?? record.StepStartedAt),
            Papers = record.Berkas.Select(berkas => new PaperStanding(berkas.ItemId, berkas.Status, berkas.Reason)).ToList(),
        });
    }
}
