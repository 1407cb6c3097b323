using System.Globalization;
using Dukcapil.Bot.Content;
using Dukcapil.Bot.Dialogs.Definitions;
using Dukcapil.Bot.Dialogs.Recognizers;
using Dukcapil.Bot.Dialogs.Recognizers.Moments;

namespace Dukcapil.Bot.Dialogs.Engine.Prompting;

/// <summary>
/// Reads a choice of days or times (<see cref="ChoiceNode.As"/>) as people say them. What a row shows comes before its position: "7
/// Desember" is that day and "8 wib" that time, whatever row stands seventh or eighth; a bare number that could be both is asked back. What
/// is not offered is said to be so.
/// </summary>
internal static class DayTimeChoice
{
    internal const string Day = "day";
    internal const string Time = "time";
    internal const string Part = "part";

    private const string DayFormat = "yyyy-MM-dd";
    private const string TimeFormat = "HHmm";

    private static readonly HashSet<string> Positions = Set("no nomor nomer nmr nmer pilihan opsi option number ke");
    private static readonly HashSet<string> Asking = Set("berapa brp kapan apa buka tutup kenapa knp gimana gmn bagaimana mana");
    private static readonly HashSet<string> Around = Set("sebelum setelah sesudah before after kecuali");
    private static readonly HashSet<string> Earliest = Set("secepatnya secepetnya tercepat terdekat terpagi terawal earliest asap");
    private static readonly HashSet<string> Latest = Set("terlambat latest");

    /// <summary>What a text means at such a choice; null when it speaks of no day or time and is read as at any choice.</summary>
    internal static PromptReading? Read(ChoiceNode choice, IReadOnlyList<OfferedOption> offered, string text, DateOnly today)
    {
        var rows = offered.Where(option => !option.IsBeside).ToList();
        var words = ChoiceWords.Of(text);
        if (choice.As is not (Day or Time) || rows.Count == 0 || IsElsewhere(words)) return null;
        if (Extreme(words, rows) is { } extreme) return Of([extreme]);
        return choice.As == Day ? ReadDay(rows, text, words, today) : ReadTime(rows, text, words);
    }

    /// <summary>The time that the answer to the question for the day named too, read at the question for the time.</summary>
    internal static PromptReading? ReadPrefilled(Turn turn, ChoiceNode choice, IReadOnlyList<OfferedOption> offered)
    {
        if (choice.As != Time || turn.Values.Text(ValueNames.PrefilledSlot + Time) is not { Length: > 0 } said) return null;
        turn.Values.Forget(ValueNames.PrefilledSlot + Time);
        return turn.GoingBack ? null : Read(choice, offered, said, turn.Today);
    }

    // A position, a denial, a limit or a question of its own.
    private static bool IsElsewhere(IReadOnlyList<string> words) =>
        words.Any(word => (ChoiceWords.Denies(word) && word != "kurang") || Around.Contains(word) || Asking.Contains(word))
        || (ChoiceWords.Number(words) is not null && words.Any(word => Positions.Contains(word) || NumberWords.Ordinal(word) is not null));

    private static OfferedOption? Extreme(IReadOnlyList<string> words, List<OfferedOption> rows)
    {
        var most = words.SkipWhile(word => word != "paling").Skip(1).FirstOrDefault() ?? "";
        if (words.Any(Earliest.Contains) || most is "cepat" or "cepet" or "awal" or "pagi" or "dekat") return rows[0];
        return words.Any(Latest.Contains) || most is "akhir" or "lambat" or "siang" or "sore" ? rows[^1] : null;
    }

    private static PromptReading? ReadDay(List<OfferedOption> rows, string text, IReadOnlyList<string> words, DateOnly today)
    {
        var digits = SpokenNumbers.ToDigits(text);
        var times = TimePhrases.Find(digits).Where(time => time.IsMarked).ToList();
        var rest = times.Aggregate(digits, (left, time) => left.Replace(time.Text, " ", StringComparison.Ordinal));
        if (DayPhrases.Find(rest, today) is not { } said) return Bare(rows, words, row => DayOf(row)?.Day);
        if (said.Span is { } span) return Within(rows, span);
        var found = said.Days.Select(days => First(rows, days)).OfType<OfferedOption>().Distinct().ToList();
        if (found.Count != 1) return found.Count > 1 ? Of(found) : NotOffered(rows, said.Days[0][0]);
        return new PromptReading.Answer(found[0].Value) { PrefilledSlots = PrefilledSlots(times, rest) };
    }

    private static PromptReading? ReadTime(List<OfferedOption> rows, string text, IReadOnlyList<string> words)
    {
        var times = TimePhrases.Find(SpokenNumbers.ToDigits(text));
        if (times.FirstOrDefault(time => time.IsMarked || time.HasMinutes) is not { } stated)
            return Bare(rows, words, row => TimeOf(row) is { Minute: 0 } time ? time.Hour : null);
        var found = times.Select(time => First(rows, time.Possible)).OfType<OfferedOption>().Distinct().ToList();
        if (found.Count > 0) return Of(found);
        var wanted = stated.Possible[0].ToTimeSpan();
        var nearest = rows.Where(row => TimeOf(row) is not null).MinBy(row => (TimeOf(row)!.Value.ToTimeSpan() - wanted).Duration());
        return new PromptReading.NotOffered(LocalizedText.Same($"{stated.Possible[0]:HH.mm} WIB"), nearest);
    }

    // "7" alone: the seventh row, or the one that shows a 7.
    private static PromptReading? Bare(List<OfferedOption> rows, IReadOnlyList<string> words, Func<OfferedOption, int?> shown)
    {
        if (ChoiceWords.Number(words) is not { } number) return null;
        var titled = rows.Find(row => shown(row) == number);
        if (titled is null) return null;
        return number >= 1 && number <= rows.Count ? Of([.. new[] { rows[number - 1], titled }.Distinct()]) : Of([titled]);
    }

    private static PromptReading Within(List<OfferedOption> rows, (DateOnly First, DateOnly Last) span) =>
        rows.Where(row => DayOf(row) >= span.First && DayOf(row) <= span.Last).ToList() is { Count: > 0 } found
            ? Of(found)
            : NotOffered(rows, span.First);

    private static PromptReading.NotOffered NotOffered(List<OfferedOption> rows, DateOnly wanted) =>
        new(
            DayNames.Title(wanted),
            rows.Where(row => DayOf(row) is not null).MinBy(row => Math.Abs(DayOf(row)!.Value.DayNumber - wanted.DayNumber)));

    private static PromptReading Of(List<OfferedOption> found) => found is [var one]
        ? new PromptReading.Answer(one.Value)
        : new PromptReading.Unclear(found.Select(option => new DialogListItem(option.Id, option.Title, option.Description)).ToList());

    // "Besok pagi jam 9" answers the two questions that follow, too; a day alone takes back what an earlier answer said of them.
    private static Dictionary<string, string> PrefilledSlots(List<TimeSaid> times, string rest)
    {
        var part = TimePhrases.Part(rest) ?? (times is [var first, ..] ? (first.Possible[0].Hour < 12 ? "pagi" : "siang") : "");
        return new Dictionary<string, string>(StringComparer.Ordinal) { [Time] = times.FirstOrDefault()?.Text ?? "", [Part] = part };
    }

    private static OfferedOption? First(List<OfferedOption> rows, IEnumerable<DateOnly> days) =>
        days.Select(day => rows.Find(row => DayOf(row) == day)).FirstOrDefault(row => row is not null);

    private static OfferedOption? First(List<OfferedOption> rows, IEnumerable<TimeOnly> times) =>
        times.Select(time => rows.Find(row => TimeOf(row) == time)).FirstOrDefault(row => row is not null);

    private static HashSet<string> Set(string words) => new(words.Split(' '), StringComparer.Ordinal);

    private static DateOnly? DayOf(OfferedOption row) =>
        DateOnly.TryParseExact(row.Id, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static TimeOnly? TimeOf(OfferedOption row) =>
        TimeOnly.TryParseExact(row.Id, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
