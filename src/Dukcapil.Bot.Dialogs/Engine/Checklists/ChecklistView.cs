using System.Globalization;
using Dukcapil.Bot.Dialogs.Definitions;

namespace Dukcapil.Bot.Dialogs.Engine.Checklists;

/// <summary>The list as the resident sees it: one line an item, with what was given for it.</summary>
internal static class ChecklistView
{
    internal static string Lines(ChecklistWork work) => string.Join('\n', work.Node.Items.Select(item => Line(work, item)));

    /// <summary>"2. Kartu Keluarga", for sentences.</summary>
    internal static string Names(ChecklistWork work, IEnumerable<ChecklistItem> items) =>
        string.Join('\n', items.Select(item => $"{work.Number(item)}. {work.Title(item)}"));

    private static string Line(ChecklistWork work, ChecklistItem item)
    {
        var entry = work.Entry(item);
        var key = (work.Applies(item), entry) switch
        {
            (false, _) => EngineTexts.LineNotApplicable,
            (_, null) => EngineTexts.LineOpen,
            _ when work.IsPart(item) => EngineTexts.LinePart,
            (_, { AtCounter: true }) => EngineTexts.LineCounter,
            _ => EngineTexts.LineSent,
        };
        var count = (entry?.Media.Count ?? 0).ToString(CultureInfo.InvariantCulture);
        return work.Turn.Sentence(
            key, ("nomor", work.Number(item)), ("berkas", work.Title(item)), ("jumlah", count),
            ("perlu", item.Photos.ToString(CultureInfo.InvariantCulture)));
    }
}
