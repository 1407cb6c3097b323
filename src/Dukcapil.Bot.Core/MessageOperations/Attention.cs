using System.Globalization;

namespace Dukcapil.Bot.Core.MessageOperations;

/// <summary>How many messages wait for a person; counted up to <see cref="Most"/>.</summary>
/// <param name="Parked">Messages from residents that could not be handled.</param>
/// <param name="Unknown">Messages to residents of which nobody knows whether they were sent.</param>
/// <param name="Failed">Messages to residents that failed and were not closed.</param>
public sealed record Attention(int Parked, int Unknown, int Failed)
{
    /// <summary>Nothing is counted beyond this: the page stays quick in the worst hour.</summary>
    public const int Most = 1000;

    /// <summary>A count as people read it.</summary>
    public static string Shown(int count) => count >= Most ? $"{Most}+" : count.ToString(CultureInfo.InvariantCulture);
}
