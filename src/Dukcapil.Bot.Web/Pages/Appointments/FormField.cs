namespace Dukcapil.Bot.Web.Pages.Appointments;

/// <summary>A field of a form as it is shown: with what was typed, and what is wrong with that.</summary>
/// <param name="Name">Name of the form field.</param>
/// <param name="Label">What is asked.</param>
/// <param name="Value">What stands in it.</param>
/// <param name="Problem">What is wrong, or null.</param>
public sealed record FormField(string Name, string Label, string? Value, string? Problem)
{
    /// <summary>The type of the input: <c>text</c>, <c>date</c>, <c>time</c>, <c>number</c>.</summary>
    public string Type { get; init; } = "text";

    /// <summary>Longest text.</summary>
    public int Longest { get; init; } = 100;

    /// <summary>A word on what belongs in it; null for none.</summary>
    public string? Hint { get; init; }
}
