using Dukcapil.Bot.Dialogs.Definitions;

namespace Dukcapil.Bot.Dialogs.Engine.Checklists;

/// <summary>Takes back photos that turned out unusable after they were accepted.</summary>
internal static class ChecklistRejections
{
    /// <summary>
    /// Removes each file from wherever it is kept and says why. The list is shown again when it is what is being asked;
    /// otherwise the sentence is all, and the current question stands.
    /// </summary>
    internal static void Receive(Turn turn, DialogInput input)
    {
        foreach (var media in input.Media) turn.Say(Sentence(turn, media, Remove(turn, media.Id)));
        turn.Waiting = true;

        // Showing the list again would forget an item that was chosen or photos that wait for a number.
        if (turn.TopNode is not ChecklistNode list || turn.Checklist is not { Item: null, Held: null or { Count: 0 } }) return;
        ChecklistTalk.Tell(new ChecklistWork(turn, list), "", ChecklistPhotos.FoldKey);
    }

    private static string Sentence(Turn turn, MediaInput media, string? item)
    {
        var opening = item is null ? turn.Sentence(EngineTexts.Rejected) : turn.Sentence(EngineTexts.RejectedFor, ("berkas", item));
        return $"{opening} {turn.Sentence(media.RejectedBecause ?? EngineTexts.FileKind)}";
    }

    /// <summary>Returns the title of the item the file was for, when it can be told.</summary>
    private static string? Remove(Turn turn, string media)
    {
        string? title = null;
        foreach (var (name, value) in turn.Values.All.ToList())
        {
            if (value.Checklist is { } entries) title ??= Remove(turn, name, entries, media);
            else if (name == ValueNames.Photo)
                turn.Values.Set(name, value with { Text = string.Join(',', value.Text.Split(',').Where(id => id != media)) });
        }

        if (turn.Checklist.Held is { } held) turn.Checklist = turn.Checklist with { Held = held.Where(id => id != media).ToList() };
        return title;
    }

    private static string? Remove(Turn turn, string name, IReadOnlyDictionary<string, ChecklistEntry> entries, string media)
    {
        var (id, entry) = entries.FirstOrDefault(pair => pair.Value.Media.Contains(media, StringComparer.Ordinal));
        if (id is null) return null;
        var left = entry with { Media = entry.Media.Where(other => other != media).ToList() };
        turn.Values.Set(
            name, new DialogValue { Checklist = new Dictionary<string, ChecklistEntry>(entries, StringComparer.Ordinal) { [id] = left } });
        if (List(turn, name, id) is not { } list) return null;
        new ChecklistWork(turn, list).Save();
        return turn.Fill(list.Items.First(item => item.Id == id).Title);
    }

    // The same name may be used by several lists: the ones this conversation went through tell which is meant.
    private static ChecklistNode? List(Turn turn, string name, string item) => turn.Trail
        .SelectMany(answered => answered.Stack)
        .Concat(turn.Stack)
        .Reverse()
        .Select(turn.NodeOf)
        .OfType<ChecklistNode>()
        .FirstOrDefault(list => (list.Save ?? list.Id) == name && list.Items.Any(candidate => candidate.Id == item));
}
