using System.Globalization;
using Dukcapil.Bot.Content;
using Dukcapil.Bot.Core.Content;
using Dukcapil.Bot.Core.Information.Topics;
using Dukcapil.Bot.Core.Time;
using Dukcapil.Bot.Web.Pages.Appointments;
using Dukcapil.Bot.Web.Pages.Shared;
using Dukcapil.Bot.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Dukcapil.Bot.Web.Pages.Information;

/// <summary>
/// One topic: its text in both languages as a phone shows it, its versions, and for those who lead a form to publish the next one. A
/// refused form comes back with everything that was typed.
/// </summary>
public sealed class TopicEditModel(
    StaffTopics desk, TopicHolder topics, TopicReader reader, TopicComposer composer, BotContentHolder content, OfficeClock clock,
    RefusalTexts refusals) : InformationFormModel(refusals)
{
    private const int LongestBody = 1600;

    /// <summary>What stands in the address in the place of a name: a new topic.</summary>
    private const string New = "baru";

    /// <summary>The topic, as in the address.</summary>
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = New;

    private bool IsNew => Id == New;

    /// <summary>The topic as it counts; null for a new one.</summary>
    public Topic? Stored { get; private set; }

    /// <summary>What the phone would show: as typed, else as it counts.</summary>
    public TopicDefinition Shown { get; private set; } = null!;

    /// <summary>The notice that goes with it.</summary>
    public TopicNotice? ShownNotice { get; private set; }

    /// <summary>Every version, newest first.</summary>
    public IReadOnlyList<(TopicVersionRecord Version, string Staff)> Versions { get; private set; } = [];

    /// <summary>Whether the viewer may publish.</summary>
    public bool MayEdit => User.MayPlan();

    /// <summary>Whether there is a text in the content folder to come back to.</summary>
    public bool HasDefault => content.Current.Topics.Any(topic => topic.Id == Id);

    /// <summary>The title of a button in Indonesian.</summary>
    public string ButtonTitle(string button) => content.Current.Texts[$"topik.aksi.{button}"].Id;

    /// <summary>The message in one language.</summary>
    public PhonePreview Preview(Language language) => new(
        language == Language.En ? "English" : "Bahasa Indonesia", language == Language.En ? "en" : "id",
        composer.Compose(Shown, ShownNotice).In(language), composer.Buttons(Shown).Select(button => button.Title.In(language)).ToList());

    /// <summary>An instant in words.</summary>
    public string At(DateTimeOffset instant) => clock.Format(instant);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await FindAsync(cancellationToken) ? Page() : NotFound();

    /// <summary>Shows on the phone what is typed, and keeps nothing.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken cancellationToken)
    {
        if (!MayEdit) return Forbid();
        if (!await FindAsync(cancellationToken)) return NotFound();
        Read();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!MayEdit) return Forbid();
        if (!await FindAsync(cancellationToken)) return NotFound();
        var draft = Read();
        if (Problems.Count > 0) return Page();
        var outcome = await desk.PublishAsync(draft, User.Actor(), cancellationToken);
        return After(outcome, $"\"{draft.Text.Title.Id}\" diterbitkan.", $"/topik/{draft.Text.Id}");
    }

    public async Task<IActionResult> OnPostRestoreAsync(int version, CancellationToken cancellationToken)
    {
        if (!MayEdit) return Forbid();
        if (!await FindAsync(cancellationToken) || Stored is not { } stored || Old(version) is not { } old) return NotFound();
        var draft = new TopicDraft { Text = old.Text, SeenVersion = stored.Version, IsOn = old.IsOn, RestoredFrom = version };
        var outcome = await desk.PublishAsync(draft, User.Actor(), cancellationToken);
        return After(outcome, version == 0 ? "Teks bawaan berlaku lagi." : $"Versi {version} berlaku lagi.", $"/topik/{Id}");
    }

    private Topic? Old(int version) => version == 0
        ? content.Current.Topics.Where(topic => topic.Id == Id).Select(topic => new Topic(topic, 0)).FirstOrDefault()
        : Versions.Where(one => one.Version.Version == version).Select(one => Topic.Of(one.Version, 0)).FirstOrDefault();

    private TopicDraft Read()
    {
        var form = new TypedForm(Request.Form);
        string Typed(string field) => Request.Form[field].ToString().ReplaceLineEndings("\n").Trim();
        var id = IsNew ? Typed("nama").ToLowerInvariant() : Id;
        if (IsNew && (id == New || id.Length is < 2 or > 40
            || !id.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-')))
            form.Reject("nama", "Nama: 2 sampai 40 huruf kecil, angka, atau tanda hubung.");
        if (IsNew && topics.Find(id) is not null) form.Reject("nama", "Sudah ada topik dengan nama itu.");
        // Rows of a list that read alike could not be told apart.
        if (topics.All.Any(topic => topic.Text.Id != id
            && (topic.Text.Title.Id == Typed("judulId") || topic.Text.Title.En == Typed("judulEn"))))
            form.Reject("judul", "Sudah ada topik dengan judul itu.");
        var notice = new LocalizedText(Typed("pemberitahuanId"), Typed("pemberitahuanEn"));
        var draft = new TopicDraft
        {
            Text = new TopicDefinition
            {
                Id = id,
                Order = Stored?.Text.Order ?? 0,
                Title = new LocalizedText(Typed("judulId"), Typed("judulEn")),
                Body = new LocalizedText(Typed("teksId"), Typed("teksEn")),
                Buttons = TopicRules.Buttons.Where(button => form.All("tombol").Contains(button)).ToList(),
                Phrases = Typed("frasa").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            },
            SeenVersion = int.TryParse(Request.Form["versi"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : 0,
            IsOn = form.Ticked("dipakai"),
            Notice = notice is { Id: "", En: "" } ? null : new TopicNotice(notice, form.Day("sampai", "Hari terakhir pemberitahuan")),
        };
        foreach (var problem in draft.Problems(clock.Today).Concat(Taken(draft.Text.Phrases))) form.Reject(problem.Field, problem.Sentence);
        Problems = form.Problems;
        Shown = draft.Text with { Body = new LocalizedText(Cut(draft.Text.Body.Id), Cut(draft.Text.Body.En)) };
        ShownNotice = draft.Notice;
        return draft;
    }

    /// <summary>Phrases that already lead to a service: they would not lead here.</summary>
    private IEnumerable<TopicProblem> Taken(IReadOnlyList<string> phrases)
    {
        var matcher = new Dialogs.Recognizers.IntentMatcher(content.Current.Intents);
        return phrases.Where(phrase => matcher.Match(phrase)?.Alur is not null)
            .Select(phrase => new TopicProblem(
                "frasa",
                $"\"{phrase}\" sudah dipahami sebagai permohonan layanan, jadi tidak dapat memanggil topik ini.",
                "leads to a service"));
    }

    private static string Cut(string text) => text.Length <= LongestBody ? text : text[..LongestBody];

    private async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        await reader.RefreshAsync(cancellationToken);
        Stored = IsNew ? null : topics.Find(Id);
        if (IsNew ? !MayEdit : Stored is null) return false;
        if (!IsNew) Versions = await reader.VersionsAsync(Id, cancellationToken);
        Shown = Stored?.Text ?? new TopicDefinition { Id = "", Order = 0, Title = LocalizedText.Same(""), Body = LocalizedText.Same("") };
        ShownNotice = Stored?.Notice;
        return true;
    }
}

/// <summary>A message as a resident's phone shows it.</summary>
/// <param name="Caption">Which message it is.</param>
/// <param name="Language"><c>id</c> or <c>en</c>.</param>
/// <param name="Text">The text with WhatsApp's marks.</param>
/// <param name="Buttons">Titles of its buttons.</param>
public sealed record PhonePreview(string Caption, string Language, string Text, IReadOnlyList<string> Buttons);
