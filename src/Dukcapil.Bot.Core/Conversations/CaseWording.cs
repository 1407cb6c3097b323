using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Content;
using Dukcapil.Bot.Core.Casework;
using Dukcapil.Bot.Core.Casework.Records;
using Dukcapil.Bot.Core.Content;
using Dukcapil.Bot.Core.Time;
using Dukcapil.Bot.Dialogs.Engine;

namespace Dukcapil.Bot.Core.Conversations;

/// <summary>Says in words where a case stands, for the phone it belongs to.</summary>
public sealed class CaseWording(BotContentHolder content, AlurVersions alurs, OfficeClock clock)
{
    private TextCatalogue Texts => content.Current.Texts;

    /// <summary>One line of a list: for whom, what, and where it stands; cut to what a list row shows.</summary>
    public async Task<LocalizedText> LineAsync(ResidentCase item, CancellationToken cancellation)
    {
        var alur = await alurs.FindAsync(item.AlurVersion, cancellation);
        string Line(Language language) => Cut($"{alur.Title.In(language)} · {ShortName(item.SubjectName)} · {StatusOf(item.Status).In(language)}");
        return new LocalizedText(Line(Language.Id), Line(Language.En));
    }

    /// <summary>Several lines: number, what, for whom, status, desk, papers that are missing, since when.</summary>
    public string Describe(CaseEdit edit, Language language)
    {
        var record = edit.Record;
        IEnumerable<string> lines =
        [
            $"*{record.Number}* · {edit.Alur.Title.In(language)}",
            ShortName(record.SubjectName),
            StatusOf(record.Status).In(language) + DeskOf(record, language),
            Texts["kasus.sejak"].Fill(language, _ => clock.Format(record.StepStartedAt)),
            .. record.Berkas.Where(berkas => berkas.Status == BerkasStatus.ReplacementNeeded)
                .Select(berkas => $"• {edit.Alur.Paper(berkas.ItemId)?.Title.In(language)}: {berkas.Reason}"),
        ];
        return string.Join('\n', lines);
    }

    private string DeskOf(CaseRecord record, Language language) =>
        record.IsClosed ? "" : $" ({Texts[CaseTexts.Key(record.StepRole)].In(language)})";

    private LocalizedText StatusOf(CaseStatus status) => Texts[CaseTexts.Key(status)];

    /// <summary>A family shares the phone: the first name tells them whose case it is, and no more stands in the chat.</summary>
    private static string ShortName(string name) => name.Split(' ')[0];

    private static string Cut(string text) => text.Length <= Limits.RowDescription ? text : text[..(Limits.RowDescription - 1)] + "…";
}
