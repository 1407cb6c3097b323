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
    public async Task<LocalizedText> LineAsync(ResidentCase item, CancellationToken cancellationToken) =>
        Rundown.Row(await alurs.FindAsync(item.AlurVersion, cancellationToken), item.SubjectName, item.Status);

    /// <summary>Everything the phone may know of a case, and when its resident is expected at the counter, if they are.</summary>
    public async Task<LocalizedText> DescribeAsync(FoundCase found, DateTimeOffset? expected, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(found);
        return Rundown.Describe(new CaseStanding
        {
            Number = found.Number,
            Alur = await alurs.FindAsync(found.AlurVersion, cancellationToken),
            Name = found.SubjectName,
            Status = found.Status,
            StepId = found.StepId,
            Reason = found.Reason,
            HeldUntil = found.HeldUntil is { } until ? clock.Day(until) : null,
            Since = clock.Moment(found.Since),
            Appointment = expected is { } appointment ? clock.Moment(appointment) : null,
            Papers = found.Papers.AsReadOnly(),
        });
    }
}
