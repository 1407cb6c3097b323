using Dukcapil.Bot.Content;

namespace Dukcapil.Bot.Alur;

/// <summary>A remark on today's regulation; shown only when the office switches it on (<c>Features:Notes:{alur}:{id}</c>).</summary>
/// <param name="Id">Stable id within the alur.</param>
/// <param name="Text">What residents read.</param>
/// <param name="Basis">The regulation it rests on.</param>
public sealed record AlurNote(string Id, LocalizedText Text, string Basis);
