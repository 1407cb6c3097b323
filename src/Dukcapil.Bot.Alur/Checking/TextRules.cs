using Dukcapil.Bot.Content;

namespace Dukcapil.Bot.Alur;

/// <summary>Every text exists in both languages, fits its place and refers only to what can be filled in.</summary>
internal static class TextRules
{
    /// <summary>
    /// The only placeholder: the case number. A push shows on locked screens, so names and NIK are left out on purpose.
    /// </summary>
    private const string CaseNumber = "nomor";

    internal static void Check(AlurDefinition alur, AlurReport report)
    {
        Plain(report, alur.Title, "'judul'", AlurLimits.Title);
        Plain(report, alur.Summary, "'ringkasan'", AlurLimits.Summary);
        foreach (var question in alur.Questions) Question(report, question);
        foreach (var paper in alur.Berkas)
        {
            Plain(report, paper.Title, $"the title of '{paper.Id}'", AlurLimits.Paper);
            if (paper.Hint is { } hint) Plain(report, hint, $"the hint of '{paper.Id}'", AlurLimits.Help);
        }

        foreach (var action in alur.ResidentActions) Plain(report, action.Title, $"the title of '{action.Source}'", AlurLimits.Help);
        foreach (var note in alur.Notes) Plain(report, note.Text, $"the note '{note.Id}'", AlurLimits.Help);
        foreach (var step in alur.Steps)
        {
            if (step.Started is { } started) Push(report, started, $"'mulai' of '{step.Id}'");
            Push(report, step.Done, $"'selesai' of '{step.Id}'");
        }
    }

    private static void Question(AlurReport report, AlurQuestion question)
    {
        Plain(report, question.Text, $"the question '{question.Id}'", AlurLimits.Help);
        foreach (var option in question.Options)
            Plain(report, option.Title, $"option '{option.Id}' of '{question.Id}'", AlurLimits.Option);
        var isMarital = question.Options.Select(option => option.Id).SequenceEqual(AlurQuestion.MaritalStatuses, StringComparer.Ordinal);
        if (question.ReadAs == AlurQuestion.MaritalStatus && !isMarital)
            report.Add(question.Text, $"the options of '{question.Id}' must be {string.Join(", ", AlurQuestion.MaritalStatuses)}");
    }

    private static void Plain(AlurReport report, LocalizedText text, string what, int limit)
    {
        foreach (var (language, words) in Fitting(report, text, what, limit))
            if (words.AsSpan().ContainsAny('{', '}'))
                report.Add(text, $"{what} ({language}) must not hold braces: nothing is filled in here");
    }

    private static void Push(AlurReport report, LocalizedText text, string what)
    {
        foreach (var (language, words) in Fitting(report, text, what, AlurLimits.Push))
        {
            foreach (var name in Placeholders.Names(words).Where(name => name != CaseNumber).Distinct(StringComparer.Ordinal))
                report.Add(text, $"{what} ({language}) refers to '{{{name}}}'; only {{{CaseNumber}}} can be filled in");
            if (Placeholders.Fill(words, _ => "").AsSpan().ContainsAny('{', '}'))
                report.Add(text, $"{what} ({language}) holds a stray brace");
            if (!Placeholders.Names(words).Contains(CaseNumber, StringComparer.Ordinal))
                report.Add(text, $"{what} ({language}) must name the case with {{{CaseNumber}}}: a resident may have several");
        }
    }

    /// <summary>The languages in which the text is there; a missing or too long one is reported.</summary>
    private static IEnumerable<(string Language, string Words)> Fitting(AlurReport report, LocalizedText text, string what, int limit)
    {
        foreach (var (language, words) in new[] { ("id", text.Id), ("en", text.En) })
        {
            if (string.IsNullOrWhiteSpace(words))
            {
                report.Add(text, $"{what} has no text in '{language}'");
                continue;
            }

            if (words.Length > limit) report.Add(text, $"{what} ({language}) has {words.Length} characters; at most {limit} fit");
            yield return (language, words);
        }
    }
}
