namespace Dukcapil.Bot.Core.Reminders.Register;

/// <summary>Rules of the register of people not yet recorded (<c>Register:*</c>).</summary>
public sealed class RegisterOptions
{
    /// <summary>
    /// Days before their 17th birthday from which people count as due: the office invites from 16 on, as the card comes at 17.
    /// </summary>
    public int AheadDays { get; set; } = 365;

    /// <summary>Largest list, in bytes.</summary>
    public long LargestFile { get; set; } = 268_435_456;

    /// <summary>How long a running import may give no sign before it counts as broken off.</summary>
    public TimeSpan ImportLease { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How long an import waits for answers to what is not certain in its list before it counts as broken off.</summary>
    public TimeSpan AnswerWithin { get; set; } = TimeSpan.FromHours(2);

    /// <summary>How long the rows that were not taken are kept, in days.</summary>
    public int KeepRejectedDays { get; set; } = 30;
}
