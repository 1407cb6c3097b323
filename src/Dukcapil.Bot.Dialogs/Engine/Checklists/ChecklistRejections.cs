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
        if (turn.TopNode is ChecklistNode list) ChecklistTalk.Tell(new ChecklistWork(turn, list), "", ChecklistPhotos.FoldKey);
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
            if (value.Checklist is { } entries && entries.FirstOrDefault(entry => entry.Value.Media.Contains(media, StringComparer.Ordinal)) is { Value: not null } found)
            {
                var left = found.Value with { Media = found.Value.Media.Where(id => id != media).ToList() };
                turn.Values.Set(name, value with { Checklist = new Dictionary<string, ChecklistEntry>(entries, StringComparer.Ordinal) { [found.Key] = left } });
                title ??= Title(turn, name, found.Key);
            }
            else if (name == ValueNames.Photo)
            {
                turn.Values.Set(name, value with { Text = string.Join(',', value.Text.Split(',').Where(id => id != media)) });
            }
        }

        if (turn.Checklist.Held is { } held) turn.Checklist = turn.Checklist with { Held = held.Where(id => id != media).ToList() };
        return title;
    }

    // The same name may be used by several lists: the ones this conversation went through tell which is meant.
    private static string? Title(Turn turn, string name, string item) => turn.Trail
        .SelectMany(answered => answered.Stack)
        .Concat(turn.Stack)
        .Reverse()
        .Select(turn.NodeOf)
        .OfType<ChecklistNode>()
        .Where(list => (list.Save ?? list.Id) == name)
        .SelectMany(list => list.Items)
        .Where(candidate => candidate.Id == item)
        .Select(candidate => turn.Fill(candidate.Title))
        .FirstOrDefault();
}
