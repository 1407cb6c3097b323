using Dukcapil.Bot.Core.MessageOperations;
using Dukcapil.Bot.Core.Time;

namespace Dukcapil.Bot.Web.Pages.Messages;

/// <summary>What happened to a resident apart from messages, as a card of a page.</summary>
/// <param name="Resident">The masked address.</param>
/// <param name="Events">What happened, newest first.</param>
/// <param name="Clock">The office's time.</param>
public sealed record ResidentHistory(string Resident, IReadOnlyList<ResidentEvent> Events, OfficeClock Clock);
