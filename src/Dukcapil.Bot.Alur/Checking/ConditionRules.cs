using Dukcapil.Bot.Content;

namespace Dukcapil.Bot.Alur;

/// <summary>Conditions name questions and options that exist, and each can hold for at least one resident.</summary>
internal static class ConditionRules
{
    internal static void Check(AlurDefinition alur, AlurReport report)
    {
        if (!FewEnough(alur, report)) return;
        List<AlurQuestion> asked = [];
        foreach (var question in alur.Questions)
        {
            Condition(report, alur, asked, question.When, $"question '{question.Id}'");
            asked.Add(question);
        }

        foreach (var paper in alur.Berkas) Condition(report, alur, asked, paper.When, $"paper '{paper.Id}'");
        foreach (var step in alur.Steps)
            if (step.InPersonWhen is { } present) Condition(report, alur, asked, present, $"step '{step.Id}'");
    }

    private static bool FewEnough(AlurDefinition alur, AlurReport report)
    {
        if (alur.Questions.Count > AlurLimits.Questions)
            report.Add(
                alur.Questions[AlurLimits.Questions],
                $"there are {alur.Questions.Count} questions; at most {AlurLimits.Questions} can be asked");
        var wide = alur.Questions.Where(question => question.Options.Count is < 2 or > AlurLimits.Options).ToList();
        foreach (var question in wide)
            report.Add(question, $"question '{question.Id}' has {question.Options.Count} options; it needs 2 to {AlurLimits.Options}");
        return wide.Count == 0 && alur.Questions.Count <= AlurLimits.Questions;
    }

    private static void Condition(
        AlurReport report, AlurDefinition alur, List<AlurQuestion> asked, Condition condition, string owner)
    {
        var known = true;
        foreach (var (name, values) in condition.Terms)
        {
            if (Fault(alur, asked, name, values) is not { } fault) continue;
            report.Add(condition, $"the condition of {owner} {fault}");
            known = false;
        }

        if (known && !Answers(asked).Any(answers => condition.Holds(name => answers.GetValueOrDefault(name))))
            report.Add(condition, $"the condition of {owner} can never hold: no resident can give these answers");
    }

    private static string? Fault(AlurDefinition alur, List<AlurQuestion> asked, string name, IReadOnlyList<string> values)
    {
        if (asked.Find(question => question.Id == name) is not { } known)
        {
            return alur.Questions.Any(question => question.Id == name)
                ? $"refers to '{name}', which is asked later or is the question itself"
                : $"refers to the unknown question '{name}'";
        }

        if (values.Count == 0) return $"lists no answer to '{name}'";
        var strange = values.FirstOrDefault(value => value.Length > 0 && known.Options.All(option => option.Id != value));
        return strange is null ? null : $"refers to '{strange}', which is no option of '{name}'";
    }

    /// <summary>Every set of answers a resident can give, each question asked only when its own condition holds.</summary>
    private static List<Dictionary<string, string>> Answers(List<AlurQuestion> questions)
    {
        List<Dictionary<string, string>> sets = [new(StringComparer.Ordinal)];
        foreach (var question in questions)
        {
            sets = sets.SelectMany(set => question.When.Holds(name => set.GetValueOrDefault(name))
                ? question.Options
                    .Select(option => new Dictionary<string, string>(set, StringComparer.Ordinal) { [question.Id] = option.Id })
                : [set]).ToList();
        }

        return sets;
    }
}
