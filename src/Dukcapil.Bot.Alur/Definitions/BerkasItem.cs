using Dukcapil.Bot.Content;

namespace Dukcapil.Bot.Alur;

/// <summary>One paper of a procedure.</summary>
/// <param name="Id">Stable id within the alur.</param>
/// <param name="Title">Short name for residents and staff, at most 60 characters.</param>
/// <param name="Form">Original, copy or form.</param>
/// <param name="When">The paper applies only when this holds; else it is shown as "tidak berlaku", never dropped.</param>
/// <param name="Source">The line of the office's text, word for word.</param>
/// <param name="Hint">Optional help for residents.</param>
public sealed record BerkasItem(string Id, LocalizedText Title, BerkasForm Form, Condition When, string Source, LocalizedText? Hint)
{
    /// <summary>Fewest photos that show all of it, from 1: an item may ask for two papers.</summary>
    public int Photos { get; init; } = 1;
}

/// <summary>In which form a paper is brought.</summary>
public enum BerkasForm
{
    /// <summary>The original.</summary>
    Asli,

    /// <summary>A copy.</summary>
    Fotokopi,

    /// <summary>A form that is filled in.</summary>
    Formulir,
}
