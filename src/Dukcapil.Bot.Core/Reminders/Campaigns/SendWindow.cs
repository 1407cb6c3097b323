namespace Dukcapil.Bot.Core.Reminders.Campaigns;

/// <summary>When the office may write to many: outside the quiet hours and the quiet days. In local time; pure.</summary>
/// <param name="options">The quiet hours.</param>
/// <param name="quietDays">Days on which nothing is sent at all.</param>
public sealed class SendWindow(CampaignOptions options, IReadOnlySet<DateOnly> quietDays)
{
    /// <summary>Days searched for the end of a quiet time.</summary>
    private const int Horizon = 60;

    /// <summary>
    /// Whether something may be sent at a local moment. The moment at which quiet begins is quiet, the one at which it ends is not.
    /// </summary>
    public bool IsOpen(DateTime local) => !quietDays.Contains(DateOnly.FromDateTime(local)) && !IsQuiet(TimeOnly.FromDateTime(local));

    /// <summary>
    /// When quiet begins after an open moment: the next <see cref="CampaignOptions.QuietFrom"/>, or midnight before a quiet day.
    /// </summary>
    public DateTime ClosesAfter(DateTime local)
    {
        var day = DateOnly.FromDateTime(local);
        var today = day.ToDateTime(options.QuietFrom);
        var hours = options.QuietFrom == options.QuietUntil ? DateTime.MaxValue : local < today ? today : today.AddDays(1);
        for (var next = day.AddDays(1); next <= day.AddDays(Horizon) && next.ToDateTime(TimeOnly.MinValue) < hours; next = next.AddDays(1))
            if (quietDays.Contains(next)) return next.ToDateTime(TimeOnly.MinValue);
        return hours == DateTime.MaxValue ? local.AddDays(Horizon) : hours;
    }

    /// <summary>The next moment at which something may be sent: now, when it may be now.</summary>
    public DateTime OpensFrom(DateTime local)
    {
        if (IsOpen(local)) return local;
        for (var day = DateOnly.FromDateTime(local); day <= DateOnly.FromDateTime(local).AddDays(Horizon); day = day.AddDays(1))
        {
            foreach (var moment in (DateTime[])[day.ToDateTime(TimeOnly.MinValue), day.ToDateTime(options.QuietUntil)])
                if (moment > local && IsOpen(moment)) return moment;
        }

        return local.AddDays(Horizon);
    }

    private bool IsQuiet(TimeOnly time) => options.QuietFrom <= options.QuietUntil
        ? time >= options.QuietFrom && time < options.QuietUntil
        : time >= options.QuietFrom || time < options.QuietUntil;
}
