namespace Dukcapil.Bot.Dialogs.Checking;

/// <summary>The dialogs that the engine and the keywords begin must exist; a word means one thing.</summary>
internal static class SettingsCheck
{
    internal static void Run(CheckReport report)
    {
        var settings = report.Catalogue.Settings;
        foreach (var (name, dialog) in new[]
        {
            ("root", settings.Root),
            ("photo", settings.Photo),
            ("help", settings.Help),
            ("resume", settings.Resume),
        })
        {
            if (!report.Catalogue.Dialogs.ContainsKey(dialog)) report.InSettings(settings.Line, $"{name}: there is no dialog '{dialog}'");
        }

        if (settings.DigressionDialog is { } side && !report.Catalogue.Dialogs.ContainsKey(side))
            report.InSettings(settings.Line, $"side: there is no dialog '{side}'");
        foreach (var (intent, dialog) in settings.CarriedIntents.Where(pair => !report.Catalogue.Dialogs.ContainsKey(pair.Value)))
            report.InSettings(settings.Line, $"carried-intents: {intent}: there is no dialog '{dialog}'");

        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var keyword in report.Catalogue.Keywords)
        {
            if (keyword.Dialog is { } dialog && !report.Catalogue.Dialogs.ContainsKey(dialog))
            {
                report.InSettings(keyword.Line, $"{keyword.Id}: there is no dialog '{dialog}'");
            }

            foreach (var word in keyword.Words)
            {
                if (!seen.TryAdd(word, keyword.Id))
                    report.InSettings(keyword.Line, $"{keyword.Id}: the word '{word}' already means {seen[word]}");
            }
        }
    }
}
