namespace Dukcapil.Bot.Core.Reminders.Campaigns;

/// <summary>How far a campaign has come, counted over its recipients and their messages.</summary>
public sealed record CampaignStatistics
{
    /// <summary>Recipients frozen at the approval.</summary>
    public required int Total { get; init; }

    /// <summary>Not processed yet.</summary>
    public required int Planned { get; init; }

    /// <summary>Held out when their turn came.</summary>
    public required int Held { get; init; }

    /// <summary>Told by the message of another person of the same phone.</summary>
    public required int Covered { get; init; }

    /// <summary>Messages in the outbox, not yet handed over.</summary>
    public required int Waiting { get; init; }

    /// <summary>Messages of which it is not known whether the provider has them.</summary>
    public required int Unknown { get; init; }

    /// <summary>Messages the provider took and did not report as failed.</summary>
    public required int Sent { get; init; }

    /// <summary>Of these, on the phone.</summary>
    public required int Delivered { get; init; }

    /// <summary>Of these, read.</summary>
    public required int Read { get; init; }

    /// <summary>Messages that failed for good.</summary>
    public required int Failed { get; init; }

    /// <summary>Who got none, by reason.</summary>
    public required IReadOnlyList<(string Reason, int Count)> Skipped { get; init; }

    /// <summary>Phones written to, and what came of it.</summary>
    public required ArmStatistics Told { get; init; }

    /// <summary>Phones held out, and what came of it.</summary>
    public required ArmStatistics HeldOut { get; init; }

    /// <summary>How many got none for some reason.</summary>
    public int SkippedAll => Skipped.Sum(line => line.Count);
}

/// <summary>What became of the phones of one arm after their turn.</summary>
/// <param name="Phones">Phones.</param>
/// <param name="Replied">Wrote after they were told.</param>
/// <param name="Answered">Answered the reminder itself.</param>
/// <param name="Booked">Booked an appointment.</param>
/// <param name="Recorded">Somebody of the phone was recorded.</param>
public sealed record ArmStatistics(int Phones, int Replied, int Answered, int Booked, int Recorded)
{
    /// <summary>No phones.</summary>
    public static ArmStatistics None { get; } = new(0, 0, 0, 0, 0);
}
