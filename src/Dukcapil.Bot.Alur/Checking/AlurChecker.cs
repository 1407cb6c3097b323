using Dukcapil.Bot.Content;

namespace Dukcapil.Bot.Alur;

/// <summary>
/// Semantic check of an alur that could be read: texts fit their places, ids are unique, conditions can hold, and the steps can take a
/// case from intake to hand-over.
/// </summary>
public static class AlurChecker
{
    /// <summary>All problems of one alur, in the order of the file.</summary>
    public static IReadOnlyList<ContentProblem> Check(AlurSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var report = new AlurReport(source);
        CheckName(source, report);
        TextRules.Check(source.Definition, report);
        IdRules.Check(source.Definition, report);
        ConditionRules.Check(source.Definition, report);
        StepRules.Check(source.Definition, report);
        return report.Problems.OrderBy(problem => problem.Line).ToList();
    }

    /// <summary>Check across all alur: no id and no position in the list is used twice.</summary>
    public static IReadOnlyList<ContentProblem> CheckTogether(IReadOnlyCollection<AlurSource> sources) =>
    [
        .. Twice(sources, source => source.Definition.Id, "the id"),
        .. Twice(sources, source => source.Definition.Order.ToString(System.Globalization.CultureInfo.InvariantCulture), "'urutan'"),
    ];

    private static void CheckName(AlurSource source, AlurReport report)
    {
        var (file, alur) = (Path.GetFileNameWithoutExtension(source.Path), source.Definition);
        if (file != alur.Id) report.Add(alur, $"'alur' is '{alur.Id}' but the file is named '{file}'; they must be the same");
        if (alur.Order < 1) report.Add(alur, "'urutan' must be 1 or more");
        if (!alur.Identity.Contains(IdentityField.Nama)) report.Add(alur, "'data' must ask for 'nama'");
        if (alur.Identity.Distinct().Count() != alur.Identity.Count) report.Add(alur, "'data' names the same thing twice");
        if (alur.Recipient == Recipient.Sponsor && !alur.Identity.Contains(IdentityField.Sponsor))
            report.Add(alur, "the sponsor receives the result, so 'data' must ask for 'sponsor'");
    }

    private static IEnumerable<ContentProblem> Twice(IEnumerable<AlurSource> sources, Func<AlurSource, string> key, string what) =>
        from same in sources.GroupBy(key, StringComparer.Ordinal)
        from second in same.Skip(1)
        select new ContentProblem(second.Path, 1, $"{what} '{same.Key}' is already used by {same.First().Path}");
}
