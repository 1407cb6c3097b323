using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Content;
using Dukcapil.Bot.Core.Content;
using Dukcapil.Bot.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;

namespace Dukcapil.Bot.Tests.Journeys;

/// <summary>A resident who applies under any alur: what to answer follows from the alur's own definition.</summary>
internal sealed class Applicant(BotApp app, string alurId)
{
    /// <summary>A sponsor that is a company, with a digit in its name.</summary>
    public const string Sponsor = "PT Baja 21";

    /// <summary>The sponsor's telephone.</summary>
    public const string SponsorPhone = "081200000099";

    private readonly TextCatalogue _texts = app.Services.GetRequiredService<BotContentHolder>().Current.Texts;

    /// <summary>Who writes.</summary>
    public Resident Resident { get; init; } = new(app);

    /// <summary>The procedure.</summary>
    public AlurDefinition Alur { get; } = app.Services.GetRequiredService<BotContentHolder>().Current.Alur.Find(alurId)!;

    /// <summary>For whom.</summary>
    public Person Person { get; init; } = Person.New();

    /// <summary>Applies for a family member.</summary>
    public bool ForFamily { get; init; }

    /// <summary>Which option of each question is true.</summary>
    public Func<AlurQuestion, AlurOption> Circumstance { get; init; } = question => question.Options[0];

    /// <summary>The language of the chat.</summary>
    public Language Language { get; init; } = Language.Id;

    /// <summary>The answers to the alur's questions, by question.</summary>
    public IReadOnlyDictionary<string, AlurOption> Circumstances
    {
        get
        {
            var answers = new Dictionary<string, AlurOption>(StringComparer.Ordinal);
            foreach (var question in Alur.Questions.Where(question => question.When.Holds(name => answers.GetValueOrDefault(name)?.Id)))
                answers[question.Id] = Circumstance(question);
            return answers;
        }
    }

    /// <summary>The papers that apply, with their numbers in the list.</summary>
    public IReadOnlyList<(int Number, BerkasItem Item)> Papers => Alur.Berkas
        .Select((item, index) => (index + 1, item))
        .Where(paper => paper.item.When.Holds(name => Circumstances.GetValueOrDefault(name)?.Id)).ToList();

    /// <summary>Every question up to the list of papers, with the right answer.</summary>
    public IReadOnlyList<Prompt> Prompts =>
    [
        new("menu", "menu.pilih", Text("menu.urus")),
        new("layanan", "layanan.pilih", Alur.Title.In(Language)),
        new("siap", "intake.siap", Yes),
        new("izin", "persetujuan.teks", Yes),
        new("untuk", "intake.untuk", Text(Subject)),
        .. ForFamily ? [new Prompt("hubungan", "intake.hubungan", Text("intake.hubungan-anak"))] : (Prompt[])[],
        .. Alur.Identity.Select(Identity),
        .. Alur.Questions.Where(question => Circumstances.ContainsKey(question.Id))
            .Select(question => new Prompt(question.Id, question.Text.In(Language), Circumstances[question.Id].Title.In(Language))),
    ];

    /// <summary>Goes from the first word to the list of papers; returns the list.</summary>
    public async Task<string> ToPapersAsync()
    {
        await Resident.WriteAsync("halo");
        if (Language == Language.En) await Resident.WriteAsync("english");
        if (Language == Language.En) await Resident.WriteAsync("menu");
        var answer = "";
        foreach (var prompt in Prompts) answer = await Resident.WriteAsync(prompt.Answer);
        return answer;
    }

    /// <summary>Gives a photo of every paper but the last, which is brought to the counter; returns the summary.</summary>
    public async Task<string> ToSummaryAsync()
    {
        foreach (var (number, item) in Papers.SkipLast(1)) await Resident.Phone.SendPhotosAsync(item.Photos, $"{number}");
        await Resident.WriteAsync($"{(Language == Language.En ? "counter" : "loket")} {Papers[^1].Number}");
        return await Resident.WriteAsync(Text("daftar.lanjut"));
    }

    /// <summary>Goes all the way; returns the case number.</summary>
    public async Task<string> ApplyAsync()
    {
        await ToPapersAsync();
        await ToSummaryAsync();
        return NumberIn(await Resident.WriteAsync("1"));
    }

    /// <summary>The case number in a text that must hold one.</summary>
    public static string NumberIn(string text) => Intake.NumberIn(text).ShouldNotBeNull(text);

    private string Yes => Language == Language.En ? "yes" : "ya";

    private string Subject =>
        Alur.Recipient == Recipient.Sponsor ? "intake.untuk-asing" : ForFamily ? "intake.untuk-keluarga" : "intake.untuk-sendiri";

    private Prompt Identity(IdentityField field)
    {
        var name = IdentityFields.Name(field);
        var whose = Alur.Recipient == Recipient.Sponsor ? "orang-asing" : ForFamily ? "keluarga" : "sendiri";
        return new Prompt(name, field is IdentityField.Sponsor or IdentityField.KontakSponsor
            ? $"alur.identitas.{name}"
            : $"alur.identitas.{name}.{whose}", field switch
            {
                IdentityField.Nama => Person.Name,
                IdentityField.Nik => Person.Nik,
                IdentityField.Kk => Person.FamilyCard,
                IdentityField.TanggalLahir => Person.TypedBirthDate,
                IdentityField.Kelurahan => "Ciwaduk",
                IdentityField.Sponsor => Sponsor,
                _ => SponsorPhone,
            });
    }

    /// <summary>What a question says, for a prompt that names a key or is the question itself.</summary>
    public string Asked(Prompt prompt) => _texts.All.GetValueOrDefault(prompt.Text)?.In(Language) ?? prompt.Text;

    private string Text(string key) => _texts[key].In(Language);
}

/// <summary>A question of an intake.</summary>
/// <param name="Name">What is asked.</param>
/// <param name="Text">Key of its text, or the text itself.</param>
/// <param name="Answer">The right answer.</param>
internal sealed record Prompt(string Name, string Text, string Answer);
