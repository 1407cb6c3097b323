using Dukcapil.Bot.Content;

namespace Dukcapil.Bot.Alur;

/// <summary>Something the resident does at the office.</summary>
/// <param name="Source">The line of the office's text, word for word.</param>
/// <param name="Title">What residents read.</param>
public sealed record ResidentAction(string Source, LocalizedText Title);
