namespace Dukcapil.Bot.Web.Pages.Information;

/// <summary>A message as a resident's phone shows it.</summary>
/// <param name="Caption">Which message it is.</param>
/// <param name="Language"><c>id</c> or <c>en</c>.</param>
/// <param name="Text">The text with WhatsApp's marks.</param>
/// <param name="Buttons">Titles of its buttons.</param>
public sealed record PhonePreview(string Caption, string Language, string Text, IReadOnlyList<string> Buttons);
