namespace Dukcapil.Bot.Core.Reminders.Imports.Lists;

/// <summary>Why a file as a whole cannot be read.</summary>
/// <param name="Code">See <see cref="ImportRefusal"/>.</param>
/// <param name="Line">Where, from 1; null for the file as a whole.</param>
/// <param name="Detail">What exactly.</param>
internal sealed record ListFault(string Code, int? Line = null, string? Detail = null);
