namespace Dukcapil.Bot.Alur;

/// <summary>Ids are stored with cases and in button payloads: they are plain and unique where they are looked up.</summary>
internal static class IdRules
{
    internal static void Check(AlurDefinition alur, AlurReport report)
    {
        Unique(report, "the alur", [alur], _ => alur.Id);
        Unique(report, "question", alur.Questions, question => question.Id);
        foreach (var question in alur.Questions) Unique(report, $"option of '{question.Id}'", question.Options, option => option.Id);
        Unique(report, "paper", alur.Berkas, paper => paper.Id);
        Unique(report, "step", alur.Steps, step => step.Id);
        foreach (var step in alur.Steps) Unique(report, $"task of '{step.Id}'", step.Tasks, task => task.Id);
        Unique(report, "note", alur.Notes, note => note.Id);
    }

    private static void Unique<T>(AlurReport report, string what, IEnumerable<T> parts, Func<T, string> idOf) where T : notnull
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (var part in parts)
        {
            var id = idOf(part);
            if (!IsPlain(id)) report.Add(part, $"{what}: '{id}' is no id; write lower-case letters, digits and hyphens");
            else if (!seen.Add(id)) report.Add(part, $"{what}: the id '{id}' is used twice");
        }
    }

    private static bool IsPlain(string id) =>
        id.Length is > 0 and <= 40 && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
