namespace Dukcapil.Bot.Core.MessageOperations;

/// <summary>A message to a resident as a line of a list; without its text.</summary>
/// <param name="Id">Key.</param>
/// <param name="CreatedAt">When it was written.</param>
/// <param name="Kind"><c>reply</c> or <c>push</c>.</param>
/// <param name="Topic">What it is about, one of the templates' topics; null for replies.</param>
/// <param name="Status">How far it has come.</param>
/// <param name="Reason">Why, in Indonesian.</param>
/// <param name="Attempts">Tries so far.</param>
/// <param name="CaseNumber">The case it speaks of, or null.</param>
/// <param name="AddressId">Whose it is.</param>
/// <param name="Resident">The masked address.</param>
public sealed record SentLine(
    long Id, DateTimeOffset CreatedAt, string Kind, string? Topic, string Status, string? Reason, int Attempts, string? CaseNumber, long AddressId,
    string Resident);

/// <summary>A message from a resident as a line of a list; without its text.</summary>
/// <param name="Id">Key.</param>
/// <param name="ReceivedAt">When it came.</param>
/// <param name="Status"><c>pending, handled, parked</c>.</param>
/// <param name="Attempts">Failed tries to handle it.</param>
/// <param name="Fault">Type and place of the last fault.</param>
/// <param name="HandledAt">When it was handled.</param>
/// <param name="AddressId">Whose it is.</param>
/// <param name="Resident">The masked address.</param>
public sealed record ReceivedLine(
    long Id, DateTimeOffset ReceivedAt, string Status, int Attempts, string? Fault, DateTimeOffset? HandledAt, long AddressId, string Resident);
