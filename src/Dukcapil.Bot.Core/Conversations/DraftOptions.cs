namespace Dukcapil.Bot.Core.Conversations;

/// <summary>Applications left in the middle (<c>Drafts:*</c>).</summary>
public sealed class DraftOptions
{
    /// <summary>How long a resident is silent before the one reminder.</summary>
    public TimeSpan RemindAfter { get; set; } = TimeSpan.FromHours(3);
}
