using Dukcapil.Bot.Content;
using Dukcapil.Bot.Dialogs.Definitions;
using Dukcapil.Bot.Dialogs.Engine;
using Dukcapil.Bot.Dialogs.Engine.Prompting;

namespace Dukcapil.Bot.Dialogs.Reading;

/// <summary>Reads one node. Its kind is the key it holds: <c>say, ask, choice, act, branch, call, checklist, end</c>.</summary>
internal sealed class NodeReader(TextReference texts)
{
    private static readonly IReadOnlyList<string> Kinds = ["say", "ask", "choice", "checklist", "act", "branch", "call", "end"];

    /// <summary>Returns null, with a problem, when the node is of no kind or of several.</summary>
    internal DialogNode? Read(string id, YamlMap map)
    {
        var kinds = Kinds.Where(map.Has).ToList();
        if (kinds is not [var kind])
        {
            map.Report($"node '{id}' must hold exactly one of {string.Join(", ", Kinds)}");
            return null;
        }

        var node = Kind(kind, id, map) with
        {
            Line = map.Line,
            Next = map.OptionalText("next"),
            When = map.Condition("when"),
            Set = Values(map, "set"),
            Step = map.OptionalNumber("step"),
        };
        map.RefuseUnknownKeys();
        return node;
    }

    private DialogNode Kind(string kind, string id, YamlMap map) => kind switch
    {
        "say" => new SayNode { Id = id, Text = texts.Required(map, "say"), FoldKey = map.OptionalText("fold") },
        "ask" => Prompt(map, Question(id, map)),
        "choice" => Prompt(map, Choice(id, map)),
        "checklist" => Prompt(
            map, new ChecklistNode { Id = id, Text = texts.Required(map, "checklist"), Items = map.Maps("items").Select(Item).ToList() }),
        "act" => new ActNode
        {
            Id = id,
            Act = map.Text("act"),
            With = Values(map, "with"),
            On = Values(map, "on"),
            Final = map.Flag("final"),
        },
        "branch" => new BranchNode { Id = id, Ways = map.Maps("branch").Select(Way).ToList() },
        "call" => new CallNode { Id = id, Dialog = map.Text("call"), With = Values(map, "with"), Replaces = map.Flag("replace") },
        _ => End(id, map),
    };

    private PromptNode Prompt(YamlMap map, PromptNode node) => node with
    {
        Save = map.OptionalText("save"),
        Retry = texts.Optional(map, "retry"),
        Limit = Math.Max(1, map.OptionalNumber("limit") ?? Limits.Attempts),
    };

    private AskNode Question(string id, YamlMap map) => new()
    {
        Id = id,
        Text = texts.Required(map, "text"),
        As = map.Text("ask"),
        On = Values(map, "on"),
        DigressionIntents = map.Texts("sides"),
        Echo = texts.Optional(map, "echo"),
    };

    private ChoiceNode Choice(string id, YamlMap map) => new()
    {
        Id = id,
        As = ChoiceKind(map),
        Text = texts.Required(map, "choice"),
        Button = texts.Optional(map, "button"),
        From = map.OptionalText("from"),
        Understand = map.Flag("understand"),
        TriesPreviousText = map.Flag("hears"),
        OfferedDialog = map.OptionalText("offers"),
        Options = map.Maps("options").Select(Option).ToList(),
    };

    private static string? ChoiceKind(YamlMap map)
    {
        var kind = map.OptionalText("as");
        if (kind is not (null or DayTimeChoice.Day or DayTimeChoice.Time or DayTimeChoice.Part))
            map.Report("as", $"'as' must be {DayTimeChoice.Day}, {DayTimeChoice.Time} or {DayTimeChoice.Part}");
        return kind;
    }

    private ChoiceOption Option(YamlMap map)
    {
        var option = new ChoiceOption(
            map.Text("id"),
            texts.Required(map, "title"),
            texts.Optional(map, "description"),
            map.Texts("words"),
            map.OptionalText("next"),
            Values(map, "set"),
            map.Condition("when"))
        {
            OpenedDialog = map.OptionalText("opens"),
            Final = map.Flag("final"),
        };
        map.RefuseUnknownKeys();
        return option;
    }

    private ChecklistItem Item(YamlMap map)
    {
        var item = new ChecklistItem(map.Text("id"), texts.Required(map, "title"), map.Condition("when"))
        {
            Photos = Math.Max(1, map.OptionalNumber("photos") ?? 1),
        };
        map.RefuseUnknownKeys();
        return item;
    }

    private static BranchWay Way(YamlMap map)
    {
        var way = new BranchWay(map.Condition("when"), map.Text("next"));
        map.RefuseUnknownKeys();
        return way;
    }

    private static EndNode End(string id, YamlMap map)
    {
        var value = map.Text("end");
        if (value is not ("true" or "all" or "resume")) map.Report("end", "'end' must be true, all or resume");
        return new EndNode { Id = id, All = value == "all", Resumes = value == "resume" };
    }

    private static Dictionary<string, string> Values(YamlMap map, string key) =>
        map.Map(key) is { } values ? values.Keys.ToDictionary(name => name, values.Text, StringComparer.Ordinal) : [];
}
