using Dukcapil.Bot.Content;
using Dukcapil.Bot.Dialogs.Definitions;
using Dukcapil.Bot.Dialogs.Recognizers;

namespace Dukcapil.Bot.Dialogs.Reading;

/// <summary>
/// Reads <c>mesin.yaml</c>: <c>settings: { root, photo, help, resume, side, side-intents, carried-intents }</c> and <c>keywords: { menu: {
/// words, does, dialog, takes, digits, confirm } }</c>, where
/// <c>does</c> is back, repeat, replace or call.
/// </summary>
internal static class SettingsReader
{
    internal static (EngineSettings Settings, IReadOnlyList<Keyword> Keywords) Read(YamlMap root)
    {
        var settings = Settings(root);
        var keywords = new List<Keyword>();
        if (root.Map("keywords") is { } map)
        {
            keywords.AddRange(map.Keys.Select(id => map.Map(id) is { } keyword ? Keyword(id, keyword) : null).OfType<Keyword>());
        }

        root.RefuseUnknownKeys();
        return (settings, keywords);
    }

    private static EngineSettings Settings(YamlMap root)
    {
        if (root.Map("settings") is not { } map)
        {
            root.Report("'settings' is missing");
            return new EngineSettings("", "", "", "") { Line = root.Line };
        }

        var settings = new EngineSettings(map.Text("root"), map.Text("photo"), map.Text("help"), map.Text("resume"))
        {
            Line = map.Line,
            DigressionDialog = map.OptionalText("side"),
            DigressionIntents = map.Texts("side-intents"),
            CarriedIntents = map.Map("carried-intents") is { } carried
                ? carried.Keys.ToDictionary(intent => intent, carried.Text, StringComparer.Ordinal)
                : [],
        };
        map.RefuseUnknownKeys();
        return settings;
    }

    private static Keyword Keyword(string id, YamlMap map)
    {
        var does = map.Text("does");
        if (!Enum.TryParse<KeywordAction>(does, ignoreCase: true, out var action)
            || int.TryParse(does, System.Globalization.CultureInfo.InvariantCulture, out _))
        {
            map.Report("does", "'does' must be back, repeat, replace or call");
        }

        var words = map.Texts("words").Select(TextNormalizer.Normalize).Where(word => word.Length > 0).ToList();
        if (words.Count == 0) map.Report($"keyword '{id}' has no words");
        var keyword = new Keyword(id, words, action, map.OptionalText("dialog"), map.OptionalText("takes"))
        {
            Line = map.Line,
            Digits = map.OptionalNumber("digits"),
            Confirm = map.OptionalText("confirm"),
        };
        if (action is KeywordAction.Call or KeywordAction.Replace && keyword.Dialog is null) map.Report($"keyword '{id}' needs a dialog");
        map.RefuseUnknownKeys();
        return keyword;
    }
}
