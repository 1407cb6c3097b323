using System.Globalization;
using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Content;
using Dukcapil.Bot.Core.Content;
using Dukcapil.Bot.Core.Conversations.Acts;
using Dukcapil.Bot.Core.Information.Topics;
using Dukcapil.Bot.Dialogs.Engine;

namespace Dukcapil.Bot.Cli.Rehearsal;

/// <summary>
/// Stands for the office while dialogs are tried out: carries out every act of the content in memory, so that each alur can be played
/// to a case number without a database. Nothing in it is real.
/// </summary>
public sealed class RehearsalOffice(BotContent content)
{
    private static readonly DateOnly FirstDay = new(2026, 11, 23);

    private readonly List<RehearsalCase> _cases = [];
    private readonly RehearsalDiary _diary = new(content);
    private bool _consented;

    /// <summary>The applications sent in so far.</summary>
    public IReadOnlyList<RehearsalCase> Cases => _cases;

    /// <summary>The acts carried out so far, in order.</summary>
    public IList<ActRequest> Acts { get; } = [];

    /// <summary>Carries out one act.</summary>
    /// <exception cref="NotSupportedException">The content asks for an act that no host knows.</exception>
    public ActResult Carry(ActRequest act, DialogState state)
    {
        ArgumentNullException.ThrowIfNull(act);
        ArgumentNullException.ThrowIfNull(state);
        Acts.Add(act);
        return act.Name switch
        {
            "consent.check" => ActResult.Of(_consented ? "given" : "missing", ("hari-simpan", DialogValue.Of("30"))),
            "consent.record" => Consent(),
            "intake.summary" => Summary(state),
            "case.submit" => Submit(state),
            "case.list" => List(),
            "case.status" => Status(act),
            "case.cancel" => Cancel(act),
            "resend.find" => FindWanted(),
            // A rehearsal has no clock, so nothing was sent "a moment ago".
            "resend.join" => ActResult.Of("none"),
            "resend.attach" => Answer(act, BerkasStatus.Sent),
            "resend.bring" => Answer(act, BerkasStatus.AtCounter),
            "data.check" => Kept(),
            "data.erase" => Erase(),
            "messages.stop" or "messages.start" or "address.sure" or "address.prove" => ActResult.Ok,
            "office.info" => Info(),
            "complaint.submit" => ActResult.Of("ok", ("aduan-nomor", DialogValue.Of("P-UJI-1"))),
            "complaint.list" or "complaint.reopen" => ActResult.Of("none"),
            "complaint.show" => ActResult.Of("unknown"),
            "topic.show" => Topic(act.Arguments["topik"]),
            "topic.list" => ActResult.Of(
                "ok", ("topik-daftar", new DialogValue { Items = content.Topics.Select(TopicComposer.Row).ToList() })),
            "visits.place" => VisitKelurahan.Find(act.Arguments["tempat"], state.Language, FirstDay),
            "visits.own" => ActResult.Of("unknown"),
            "visits.list" => ActResult.Of(
                "ok",
                ("kunjungan-teks", DialogValue.Of("", content.Texts["latihan.kunjungan"])),
                ("kunjungan-diikuti", DialogValue.Of("tidak"))),
            "subscription.add" or "subscription.end" => ActResult.Ok,
            "subscription.list" => ActResult.Of("none"),
            // Nobody was reminded.
            "reminder.answer" => ActResult.Of("none"),
            _ when act.Name.StartsWith("booking.", StringComparison.Ordinal) => _diary.Carry(act),
            _ => throw new NotSupportedException($"The content asks for the act '{act.Name}', which the service does not know."),
        };
    }

    // Facts of the office are not known here; a rehearsal shows their names.
    private ActResult Topic(string id)
    {
        if (content.Topics.FirstOrDefault(one => one.Id == id) is not { } topic) return ActResult.Of("off");
        string In(Language language) =>
            topic.Body.Fill(language, name => name == "alamat" ? content.Texts["latihan.alamat"].In(language) : $"[{name}]");
        var buttons = topic.Buttons.Select(button => new DialogListItem(button, content.Texts[$"topik.aksi.{button}"])).ToList();
        return ActResult.Of(
            buttons.Count == 0 ? "plain" : "ok",
            ("topik-teks", DialogValue.Of("", new LocalizedText(In(Language.Id), In(Language.En)))),
            ("topik-tombol", new DialogValue { Items = buttons }));
    }

    /// <summary>Plays the officer who wants a paper of the newest open case again.</summary>
    /// <returns>Whether there was such a case.</returns>
    public bool AskAgain()
    {
        if (_cases.LastOrDefault(one => one.Status == CaseStatus.Submitted) is not { } open) return false;
        open.Papers[open.Alur.Berkas[0].Id] = BerkasStatus.ReplacementNeeded;
        open.Status = CaseStatus.AwaitingResident;
        return true;
    }

    private static AlurDefinition AlurOf(BotContent content, DialogState state) =>
        content.Alur.Find(state.Values["alur"].Text)
            ?? throw new InvalidOperationException("The conversation names an alur that is not in the content.");

    private ActResult Consent()
    {
        _consented = true;
        return ActResult.Ok;
    }

    private ActResult Summary(DialogState state)
    {
        var summary = new ApplicationSummary(AlurOf(content, state), content.Texts, state.Values).Compose();
        return ActResult.Of("ok", ("ringkasan", DialogValue.Of("", summary)));
    }

    private ActResult Submit(DialogState state)
    {
        var alur = AlurOf(content, state);
        var person = state.Values[alur.Identity.Contains(IdentityField.Nik) ? "nik" : "nama"].Text;
        if (_cases.Find(one => one.Alur.Id == alur.Id && one.Person == person && one.Status != CaseStatus.Cancelled) is { } open)
            return ActResult.Of("duplicate", ("nomor", DialogValue.Of(open.Number)));
        var number = string.Create(CultureInfo.InvariantCulture, $"UJI-{_cases.Count + 1:000}");
        var sent = new RehearsalCase(number, alur, person, state.Values["nama"].Text);
        foreach (var (item, entry) in state.Values["berkas"].Checklist!)
            sent.Papers[item] = entry.AtCounter ? BerkasStatus.AtCounter : BerkasStatus.Sent;
        _cases.Add(sent);
        return ActResult.Of("ok", ("nomor", DialogValue.Of(number)));
    }

    private ActResult List() => _cases.Count switch
    {
        0 => ActResult.Of("none"),
        1 => ActResult.Of("one", ("nomor", DialogValue.Of(_cases[0].Number))),
        _ => ActResult.Of("many", ("kasus", new DialogValue
        {
            Items = _cases.Select(one => new DialogListItem(one.Number, LocalizedText.Same(one.Number), one.Alur.Title)).ToList(),
        })),
    };

    private ActResult Status(ActRequest act) => Find(act) is { } found
        ? ActResult.Of("ok", ("status-teks", DialogValue.Of("", Describe(found))))
        : ActResult.Of("unknown");

    private ActResult Cancel(ActRequest act)
    {
        if (Find(act) is not { Status: CaseStatus.Submitted } found)
            return ActResult.Of("refused", ("alasan", DialogValue.Of("", content.Texts["latihan.alasan"])));
        found.Status = CaseStatus.Cancelled;
        return ActResult.Ok;
    }

    private ActResult FindWanted() => _cases.Find(one => one.Wanted is not null) is { } found
        ? ActResult.Of(
            "one",
            ("kirim-ulang", DialogValue.Of(found.Number)),
            ("berkas-judul", DialogValue.Of("", found.Wanted!.Title)),
            ("nomor", DialogValue.Of(found.Number)),
            ("alasan", DialogValue.Of("", content.Texts["latihan.alasan"])))
        : ActResult.Of("none");

    private ActResult Answer(ActRequest act, BerkasStatus becomes)
    {
        if (_cases.Find(one => one.Number == act.Arguments["target"] && one.Wanted is not null) is not { } found)
            return ActResult.Of("gone");
        var wanted = found.Wanted!;
        found.Papers[wanted.Id] = becomes;
        found.Status = CaseStatus.Submitted;
        return ActResult.Of("ok", ("berkas-judul", DialogValue.Of("", wanted.Title)), ("nomor", DialogValue.Of(found.Number)));
    }

    private ActResult Erase()
    {
        _consented = false;
        return Kept();
    }

    private ActResult Kept() => _cases.Find(one => one.Status == CaseStatus.Submitted) is { } open
        ? ActResult.Of("kept", ("nomor", DialogValue.Of(open.Number)))
        : ActResult.Ok;

    private ActResult Info() => ActResult.Of(
        "ok",
        [.. new[] { "alamat", "jam-layanan", "buka-sekarang", "kontak" }
            .Select(name => (name, DialogValue.Of("", content.Texts[$"latihan.{name}"])))]);

    private RehearsalCase? Find(ActRequest act) =>
        _cases.Find(one => string.Equals(one.Number, act.Arguments["nomor"].Trim(), StringComparison.OrdinalIgnoreCase));

    private LocalizedText Describe(RehearsalCase found) => new CaseRundown(content.Texts).Describe(new CaseStanding
    {
        Number = found.Number,
        Alur = found.Alur,
        Name = found.Name,
        Status = found.Status,
        StepId = found.Alur.Steps[0].Id,
        Papers = found.Papers.Select(paper => new PaperStanding(paper.Key, paper.Value)).ToList(),
    });
}
