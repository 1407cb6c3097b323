namespace Dukcapil.Bot.Web.Pages.Reminders.Campaigns;

/// <summary>A message as the phone shows it.</summary>
/// <param name="Text">The text, with <c>*</c> around what is bold.</param>
/// <param name="Buttons">Titles of buttons below it.</param>
public sealed record PhoneText(string Text, IReadOnlyList<string> Buttons)
{
    /// <summary>The text in pieces, in order, each with whether it is bold.</summary>
    public IEnumerable<(string Piece, bool IsBold)> Pieces => Text.Split('*').Select((piece, at) => (piece, at % 2 == 1));
}
