namespace Dukcapil.Bot.Core.Common;

/// <summary>
/// A name as a page shows it that lists many people: enough to recognise who stands at the counter, too little to be carried away
/// (UU PDP 27/2022 Pasal 36).
/// </summary>
public static class NameMask
{
    /// <summary>The first letter of every word: <c>Budi Santoso</c> becomes <c>B*** S***</c>. Null stays null.</summary>
    public static string? Of(string? name) =>
        name is null ? null : string.Join(' ', name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => $"{word[0]}***"));
}
