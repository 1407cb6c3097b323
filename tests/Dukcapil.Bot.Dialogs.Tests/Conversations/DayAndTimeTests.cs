using Dukcapil.Bot.Content;
using Dukcapil.Bot.Dialogs.Engine;

namespace Dukcapil.Bot.Dialogs.Tests.Conversations;

/// <summary>
/// Days and times as people say them, on Monday 30 November 2026: what a row shows comes before its position, and what is not offered is
/// never replaced by something else. Verdicts: a row; <c>none</c>, said not to be offered; <c>ask</c>, asked back, with the rows between
/// which where they matter.
/// </summary>
public sealed class DayAndTimeTests
{
    private static readonly DateOnly Today = new(2026, 11, 30);
    private static readonly IReadOnlyList<DialogListItem> Days = [.. new[] { 1, 2, 3, 4, 7, 8, 9 }.Select(
        day => new DateOnly(2026, 12, day)).Select(DayRow)];
    private static readonly IReadOnlyList<DialogListItem> Times = [.. Enumerable.Range(0, 8)
        .Select(quarter => new TimeOnly(8, 0).AddMinutes(15 * quarter))
        .Select(TimeRow)];

    public static TheoryData<string, string, string> Rows =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Data", "days-and-times.csv")).Select(line => line.Split('|'))
            .Select(cells => (cells[0], cells[1], cells[2]))];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Day_or_time_in_words_is_the_row_that_shows_it(string kind, string text, string verdict)
    {
        var read = Answer(kind, text);
        if (verdict == "ask") read.ShouldStartWith("ask");
        else read.ShouldBe(verdict);
    }

    private static string Answer(string kind, string text)
    {
        var values = new Dictionary<string, DialogValue>(StringComparer.Ordinal)
        {
            ["janji-hari-daftar"] = new() { Items = Days },
            ["janji-jam-daftar"] = new() { Items = Times },
            ["janji-untuk"] = DialogValue.Of("layanan:sktt"),
        };
        var state = new DialogState { Stack = [new DialogFrame("janji-pilih", kind == "day" ? "hari" : "jam")], Values = values };
        var result = ShippedTalk.Engine.Continue(
            state, new DialogInput { Kind = InputKind.Text, Text = text, Today = Today, SincePrevious = TimeSpan.FromMinutes(1) });
        if (result.Act is { } act) return act.Arguments.GetValueOrDefault(kind == "day" ? "hari" : "jam", "ask");
        if (result.Replies
            .Any(reply => reply.Text.Contains("tidak ada dalam daftar. Yang terdekat", StringComparison.Ordinal))) return "none";
        return result.State.Candidates is { } candidates ? $"ask:{string.Join(',', candidates.Select(candidate => candidate.Id))}" : "ask";
    }

    private static DialogListItem DayRow(DateOnly day) =>
        new($"{day:yyyy-MM-dd}", new LocalizedText(
            day.ToString("dddd, d MMMM", System.Globalization.CultureInfo.GetCultureInfo("id-ID")),
            day.ToString("dddd, d MMMM", System.Globalization.CultureInfo.GetCultureInfo("en-GB"))));

    private static DialogListItem TimeRow(TimeOnly time) => new($"{time:HHmm}", LocalizedText.Same($"{time:HH.mm} WIB"));
}
