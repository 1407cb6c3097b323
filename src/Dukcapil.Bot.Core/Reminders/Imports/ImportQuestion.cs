namespace Dukcapil.Bot.Core.Reminders.Imports;

/// <summary>What whoever imports is asked.</summary>
/// <param name="Kind">What is not certain.</param>
/// <param name="Value">What the list says, in capitals; empty for dates.</param>
/// <param name="Rows">In how many rows.</param>
/// <param name="Answer">See <see cref="DoubtTerms"/>; null while it is open.</param>
public sealed record ImportQuestion(DoubtKind Kind, string Value, int Rows, string? Answer);
