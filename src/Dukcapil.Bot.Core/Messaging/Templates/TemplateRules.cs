using System.Text.RegularExpressions;
using Dukcapil.Bot.Content;

namespace Dukcapil.Bot.Core.Messaging.Templates;

/// <summary>What WhatsApp would refuse, found before anything is submitted (<c>docs/twilio.md</c> "Templates and menus").</summary>
internal static partial class TemplateRules
{
    /// <summary>Meta allows 512; our provider name adds language and version.</summary>
    private const int LongestName = 60;

    public static void Check(YamlMap map, MessageTemplate template)
    {
        if (!NamePattern().IsMatch(template.Name) || template.Name.Length > LongestName)
            map.Report("nama", $"'nama' must be small letters, digits and underscores, at most {LongestName}");
        if (template.Category is not ("UTILITY" or "MARKETING")) map.Report("kategori", "'kategori' must be UTILITY or MARKETING");
        if (template.Language is not ("id" or "en")) map.Report("bahasa", "'bahasa' must be id or en");
        CheckBody(map, template.Body);
        CheckTopics(map, template);
        CheckSamples(map, template);
        if (template.Buttons.Count > MessageTemplate.MostButtons
            || template.Buttons.Any(title => title.Length is 0 or > MessageTemplate.LongestButton))
            map.Report(
                "tombol",
                $"'tombol' must hold at most {MessageTemplate.MostButtons} titles of at most {MessageTemplate.LongestButton} characters");
    }

    private static void CheckBody(YamlMap map, string body)
    {
        if (body.Length is 0 or > MessageTemplate.LongestBody)
        {
            map.Report("isi", $"'isi' must hold 1 to {MessageTemplate.LongestBody} characters");
            return;
        }

        var marked = Placeholders.Fill(body, _ => "\u0001");
        if (marked[0] == '\u0001' || marked[^1] == '\u0001') map.Report("isi", "'isi' must not begin or end with a placeholder");
        if (Touching().IsMatch(marked)) map.Report("isi", "'isi' must not hold two placeholders side by side");
        if (marked.Contains("\n\n\n", StringComparison.Ordinal) || marked.Contains("     ", StringComparison.Ordinal))
            map.Report("isi", "'isi' must not hold more than two line breaks or four blanks in a row");
        if (marked.AsSpan().IndexOfAny('{', '}') >= 0) map.Report("isi", "'isi' holds a brace that names nothing");
    }

    private static void CheckTopics(YamlMap map, MessageTemplate template)
    {
        if (template.Topics.Count == 0) map.Report("topik", "'topik' must name at least one kind of message");
        foreach (var topic in template.Topics)
        {
            if (TemplateTopics.ValuesOf(topic) is not { } known) map.Report(
                "topik", $"'{topic}' is not a kind of message; known are {string.Join(", ", TemplateTopics.All)}");
            else if (template.Variables.Except(known, StringComparer.Ordinal).ToList() is { Count: > 0 } missing)
                map.Report("isi", $"messages of '{topic}' do not bring {string.Join(", ", missing)}");
        }
    }

    private static void CheckSamples(YamlMap map, MessageTemplate template)
    {
        foreach (var name in template.Variables)
            if (!template.Samples.TryGetValue(name, out var sample) || TemplateText.SingleLine(sample).Length == 0) map.Report(
                "contoh", $"'contoh' has no sample for '{name}'");
        foreach (var name in template.Samples.Keys.Except(template.Variables, StringComparer.Ordinal)) map.Report(
            "contoh", $"'isi' does not use '{name}'");
        var filled = Placeholders.Fill(template.Body, name => template.Samples.GetValueOrDefault(name));
        if (filled.Length > MessageTemplate.LongestBody) map.Report(
            "contoh", $"'isi' with its samples is longer than {MessageTemplate.LongestBody} characters");
    }

    [GeneratedRegex("^[a-z0-9_]+$", RegexOptions.None, 1000)]
    private static partial Regex NamePattern();

    [GeneratedRegex(@"\u0001\s*\u0001", RegexOptions.None, 1000)]
    private static partial Regex Touching();
}
