using Dukcapil.Bot.Alur;

namespace Dukcapil.Bot.Core.Casework;

/// <summary>What an officer does to a case, as the page sent it.</summary>
/// <param name="Number">Case number.</param>
/// <param name="Seen">The last line of the case's history that the page showed (<see cref="CaseView.Seen"/>): what others did since is
/// looked at first.</param>
/// <param name="By">Who.</param>
public sealed record CaseCommand(string Number, long Seen, StaffActor By);

/// <summary>A tick that is to be there, or not. Repeated it changes nothing more.</summary>
/// <param name="TaskId">The task.</param>
/// <param name="Done">Whether it is to be ticked.</param>
/// <param name="StepId">The step that the page showed; null for the current one.</param>
/// <param name="Visit">Which visit to the step that was; null for the current one.</param>
public sealed record TaskTick(string TaskId, bool Done, string? StepId = null, int? Visit = null);
