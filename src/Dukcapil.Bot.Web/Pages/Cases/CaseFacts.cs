using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Time;
using Dukcapil.Bot.Dialogs.Recognizers;

namespace Dukcapil.Bot.Web.Pages.Cases;

/// <summary>What is known about the person of a case, as label and value.</summary>
public static class CaseFacts
{
    /// <summary>Identity beyond the numbers, then the answers to the procedure's questions.</summary>
    public static IEnumerable<(string Label, string Value)> Of(CasePanel panel)
    {
        var record = panel.Record;
        if (record.BirthDate is { } birth) yield return ("Tanggal lahir", OfficeClock.Format(birth));
        if (record.Kelurahan is { } code)
            yield return ("Kelurahan", Wilayah.Find(code) is { } place ? $"{place.Name}, Kec. {place.Kecamatan}" : code);
        if (record.SponsorName is { } sponsor) yield return ("Sponsor", sponsor);
        foreach (var question in panel.Alur.Questions)
            if (Answer(question, record.Answers) is { } answer)
                yield return (question.Text.Id, answer);
    }

    private static string? Answer(AlurQuestion question, Dictionary<string, string> answers) =>
        question.Options.FirstOrDefault(option => option.Id == answers.GetValueOrDefault(question.Id))?.Title.Id;
}
