namespace Dukcapil.Bot.Core.Messaging.Incidents;

/// <summary>Trouble that concerns more than one message and that a person should know of.</summary>
/// <param name="Id">Key.</param>
/// <param name="Kind">What kind of trouble, one of <see cref="IncidentKinds"/>.</param>
/// <param name="Subject">What it concerns, such as a template's name; empty when there is only one of its kind.</param>
/// <param name="OpenedAt">When it was first noticed.</param>
/// <param name="ClosedAt">When it was over; null while it lasts.</param>
/// <param name="Detail">What it is and what to do, in Indonesian for staff.</param>
public sealed record Incident(long Id, string Kind, string Subject, DateTimeOffset OpenedAt, DateTimeOffset? ClosedAt, string Detail);
