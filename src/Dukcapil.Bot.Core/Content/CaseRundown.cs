using System.Globalization;
using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Content;
using Dukcapil.Bot.Dialogs.Engine;

namespace Dukcapil.Bot.Core.Content;

/// <summary>
/// Says where a case stands, for the phone it belongs to: the answer to STATUS, and a row of the list of one's cases. Pure; the words come
/// from <c>kasus.rincian</c> in <c>texts/kasus.yaml</c>.
/// </summary>
public sealed class CaseRundown(TextCatalogue texts)
{
    /// <summary>The text keys it needs, for the content check.</summary>
    public static IReadOnlyList<string> Keys { get; } =
        [.. new[]
        {
            "judul", "untuk", "keadaan", "meja", "tenggat", "sejak", "ditahan", "alasan", "perlu-dikirim", "ke-loket", "janji",
            "selesai", "baris",
        }.Select(Key)];

    /// <summary>
    /// Several lines: number and service, for whom, status, desk and step, since when, why, and the papers that are awaited.
    /// </summary>
    public LocalizedText Describe(CaseStanding standing)
    {
        ArgumentNullException.ThrowIfNull(standing);
        return AlurPhrases.Each(language => string.Join('\n', Lines(standing, language)));
    }

    /// <summary>One line: service, for whom, status; cut to what a list row shows.</summary>
    public LocalizedText Row(AlurDefinition alur, string name, CaseStatus status)
    {
        ArgumentNullException.ThrowIfNull(alur);
        ArgumentNullException.ThrowIfNull(name);
        return AlurPhrases.Each(language => Cut(Line(
            "baris", language, ("layanan", alur.Title.In(language)), ("untuk", FirstName(name)), ("keadaan", StatusOf(status, language)))));
    }

    private IEnumerable<string> Lines(CaseStanding standing, Language language)
    {
        yield return Line("judul", language, ("nomor", standing.Number), ("layanan", standing.Alur.Title.In(language)));
        yield return Line("untuk", language, ("untuk", FirstName(standing.Name)));
        yield return Line("keadaan", language, ("keadaan", StatusOf(standing.Status, language)));
        var isOpen = IsOpen(standing.Status);
        if (isOpen && standing.Alur.Step(standing.StepId) is { } step) yield return Desk(standing.Alur, step, language);
        if (isOpen && standing.Alur.Deadline is { IsPromised: true } promise)
            yield return Line("tenggat", language, ("jam", promise.Hours.ToString(CultureInfo.InvariantCulture)));
        if (standing.Status == CaseStatus.Completed) yield return Line("selesai", language);
        if (standing.Since is { } since) yield return Line("sejak", language, ("waktu", since.In(language)));
        if (standing is { Status: CaseStatus.OnHold, HeldUntil: { } until })
            yield return Line("ditahan", language, ("sampai", until.In(language)));
        if (standing is { Status: CaseStatus.OnHold or CaseStatus.Rejected, Reason: { Length: > 0 } reason })
            yield return Line("alasan", language, ("alasan", reason));
        if (!isOpen) yield break;
        if (Papers(standing, BerkasStatus.ReplacementNeeded, language) is { Length: > 0 } wanted)
            yield return Line("perlu-dikirim", language, ("berkas", wanted));
        if (Papers(standing, BerkasStatus.AtCounter, language) is { Length: > 0 } brought)
            yield return Line("ke-loket", language, ("berkas", brought));
        if (standing.Appointment is { } appointment) yield return Line("janji", language, ("waktu", appointment.In(language)));
    }

    private string Desk(AlurDefinition alur, Langkah step, Language language)
    {
        var number = alur.Steps.TakeWhile(other => other.Id != step.Id).Count() + 1;
        return Line(
            "meja",
            language,
            ("meja", texts[CaseTexts.Key(step.Role)].In(language)),
            ("langkah", number.ToString(CultureInfo.InvariantCulture)),
            ("jumlah-langkah", alur.Steps.Count.ToString(CultureInfo.InvariantCulture)));
    }

    private static string Papers(CaseStanding standing, BerkasStatus status, Language language) => string.Join(", ", standing.Alur.Berkas
        .SelectMany(item => standing.Papers.Where(paper => paper.ItemId == item.Id && paper.Status == status)
            .Select(paper => item.Title.In(language) + (string.IsNullOrEmpty(paper.Reason) ? "" : $" ({paper.Reason})"))));

    private static bool IsOpen(CaseStatus status) =>
        status is not (CaseStatus.Completed or CaseStatus.Rejected or CaseStatus.Cancelled or CaseStatus.NotCollected);

    private string StatusOf(CaseStatus status, Language language) => texts[CaseTexts.Key(status)].In(language);

    private string Line(string line, Language language, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in values) known[name] = value;
        return texts[Key(line)].Fill(language, known.GetValueOrDefault);
    }

    private static string Key(string line) => $"kasus.rincian.{line}";

    /// <summary>A family shares the phone: the first name tells them whose case it is, and no more stands in the chat.</summary>
    private static string FirstName(string name) => name.Split(' ')[0];

    private static string Cut(string text) => text.Length <= Limits.RowDescription ? text : text[..(Limits.RowDescription - 1)] + "…";
}
