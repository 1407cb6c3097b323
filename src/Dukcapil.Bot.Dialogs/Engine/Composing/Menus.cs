using System.Globalization;

namespace Dukcapil.Bot.Dialogs.Engine.Composing;

/// <summary>A question with options in its two forms: numbered text, and a menu for channels with lists and buttons.</summary>
internal static class Menus
{
    /// <summary>The text with its options as numbered lines.</summary>
    internal static string Plain(MessagePart part)
    {
        if (part.Menu is not { } menu) return part.Text;
        var lines = menu.Rows.Select((row, at) => string.Create(CultureInfo.InvariantCulture, $"{at + 1}. {row.Title}{Described(row)}"));
        var list = string.Join('\n', lines);
        return part.Text.Length == 0 ? list : $"{part.Text}\n\n{list}";
    }

    /// <summary>
    /// The menu (of a long one the page that is shown), or null when the options or the body do not fit one. Descriptions are cut, titles
    /// never.
    /// </summary>
    internal static ReplyMenu? Build(MessagePart part)
    {
        if (part.Menu is not { Page: { Count: > 0 and <= Limits.Rows } page } menu
            || part.Text.Length is 0 or > Limits.InteractiveBody) return null;
        if (page.Any(row => row.Title.Length is 0 or > Limits.RowTitle)) return null;
        if (page.DistinctBy(row => row.Title, StringComparer.OrdinalIgnoreCase).Count() < page.Count) return null;
        var rows = page.Select(
            row => row with { Description = row.Description is { } text ? TextSplitter.Cut(text, Limits.RowDescription) : null });
        return new ReplyMenu(part.Text, TextSplitter.Cut(menu.Button, Limits.Button), rows.ToList());
    }

    private static string Described(ReplyOption row) => string.IsNullOrEmpty(row.Description) ? "" : $" – {row.Description}";
}
