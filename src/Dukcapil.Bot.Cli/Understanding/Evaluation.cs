using System.Globalization;

namespace Dukcapil.Bot.Cli.Understanding;

/// <summary>How well labelled messages were understood.</summary>
/// <param name="verdicts">One for each message.</param>
/// <param name="withAlur">Intents that carry an alur.</param>
/// <param name="final">Intents that end something.</param>
internal sealed class Evaluation(IReadOnlyList<Verdict> verdicts, IReadOnlyCollection<string> withAlur, IReadOnlyCollection<string> final)
{
    private const int Worst = 20;

    /// <summary>Writes the figures, each on a line of its own.</summary>
    public void Write(TextWriter output)
    {
        var served = verdicts.Where(verdict => withAlur.Contains(verdict.Asked.Intent)).ToList();
        Line(output, $"messages            {verdicts.Count}");
        Line(output, $"intent right        {Share(verdicts, verdict => verdict.IsRight):P1}");
        var alurRight = Share(served, verdict => verdict.Alur == verdict.Asked.Alur);
        Line(output, $"alur right          {alurRight:P1} of {served.Count} that ask for a service or its papers");
        Line(output, $"macro F1            {Labels().Average(F1):F3}");
        Line(output, $"not understood      {verdicts.Count(verdict => verdict.Intent.Length == 0)}");
        Line(output, $"falsely ended       {verdicts.Count(verdict => final.Contains(verdict.Intent) && !verdict.IsRight)}");
        foreach (var group in verdicts.GroupBy(verdict => verdict.DecidedBy).OrderBy(group => group.Key, StringComparer.Ordinal))
            Line(output, $"decided by {group.Key,-9}{group.Count()}, right {Share(group.ToList(), verdict => verdict.IsRight):P1}");
        WriteCalibration(output);
        WriteConfusions(output);
        WriteWorst(output);
    }

    private void WriteCalibration(TextWriter output)
    {
        output.WriteLine("confidence          messages   right");
        var bins = verdicts.Where(verdict => verdict.Intent.Length > 0)
            .GroupBy(verdict => Math.Min(9, (int)(verdict.Confidence * 10))).OrderBy(bin => bin.Key);
        foreach (var bin in bins)
        {
            var right = Share(bin.ToList(), verdict => verdict.IsRight);
            Line(output, $"  {bin.Key / 10.0:F1} to {(bin.Key + 1) / 10.0:F1}        {bin.Count(),8}   {right:P0}");
        }
    }

    private void WriteConfusions(TextWriter output)
    {
        output.WriteLine("taken for another");
        var wrong = verdicts.Where(verdict => !verdict.IsRight).GroupBy(verdict => $"{verdict.Asked.Intent} -> {Named(verdict.Intent)}");
        var alur = verdicts.Where(verdict => verdict.IsRight && verdict.Alur != verdict.Asked.Alur && withAlur.Contains(verdict.Intent))
            .GroupBy(verdict => $"{Named(verdict.Asked.Alur)} -> {Named(verdict.Alur)}");
        foreach (var group in wrong.Concat(alur).OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .Take(Worst))
            Line(output, $"  {group.Count(),4}  {group.Key}");
    }

    private void WriteWorst(TextWriter output)
    {
        output.WriteLine("surest errors");
        foreach (var verdict in verdicts.Where(verdict => !verdict.IsRight).OrderByDescending(verdict => verdict.Confidence).Take(Worst))
            Line(output, $"  {verdict.Confidence:F2}  {verdict.Asked.Intent} -> {Named(verdict.Intent)}: {verdict.Asked.Text}");
    }

    private IEnumerable<string> Labels() => verdicts.Select(verdict => verdict.Asked.Intent).Distinct(StringComparer.Ordinal);

    private double F1(string label)
    {
        var (said, meant) = (verdicts.Count(verdict => verdict.Intent == label), verdicts.Count(verdict => verdict.Asked.Intent == label));
        return 2.0 * verdicts.Count(verdict => verdict.IsRight && verdict.Intent == label) / (said + meant);
    }

    private static string Named(string label) => label.Length > 0 ? label : "(nothing)";

    private static double Share(IReadOnlyCollection<Verdict> among, Func<Verdict, bool> holds) =>
        among.Count == 0 ? 1 : (double)among.Count(holds) / among.Count;

    private static void Line(TextWriter output, FormattableString text) => output.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
