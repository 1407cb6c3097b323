using Dukcapil.Bot.Alur;

namespace Dukcapil.Bot.Core.Casework;

/// <summary>The officer who does something.</summary>
/// <param name="Id">Account.</param>
/// <param name="Role">Desk.</param>
public sealed record StaffActor(Guid Id, StaffRole Role);

/// <summary>What an officer does to a case, as the page sent it.</summary>
/// <param name="Number">Case number.</param>
/// <param name="Version">The row version the page showed: a case that changed since is not touched.</param>
/// <param name="By">Who.</param>
public sealed record CaseCommand(string Number, uint Version, StaffActor By);
