using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Content;
using Dukcapil.Bot.Core.Casework;

namespace Dukcapil.Bot.Web.Pages.Counter;

/// <summary>What an officer typed for a walk-in case, read against its procedure.</summary>
public sealed class CounterForm
{
    private readonly AlurDefinition _alur;
    private readonly Dictionary<IdentityField, string> _identity = [];
    private readonly Dictionary<string, string> _answers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _problems = new(StringComparer.Ordinal);
    private readonly HashSet<string> _papers = new(StringComparer.Ordinal);

    private CounterForm(AlurDefinition alur) => _alur = alur;

    /// <summary>Form field to what is wrong with it, in Indonesian; empty when everything can be stored.</summary>
    public IReadOnlyDictionary<string, string> Problems => _problems;

    /// <summary>Name of the form field that holds the answer to a question.</summary>
    public static string FieldOf(AlurQuestion question) => $"tanya-{question.Id}";

    /// <summary>Name of the form field for the papers that were handed in.</summary>
    public const string PapersField = "berkas";

    /// <summary>Reads a form.</summary>
    public static CounterForm Read(AlurDefinition alur, IFormCollection form, TextCatalogue texts, DateOnly today)
    {
        var read = new CounterForm(alur);
        foreach (var input in alur.Identity.Select(IdentityInput.For))
        {
            var (value, problem) = input.Read(form[input.Name], today);
            if (value is not null) read._identity[input.Field] = value;
            else read._problems[input.Name] = string.IsNullOrWhiteSpace(form[input.Name])
                ? $"{input.Label} belum diisi."
                : texts[problem!].Id;
        }

        foreach (var question in alur.Questions) read.ReadAnswer(question, form[FieldOf(question)].ToString());
        read._papers.UnionWith(form[PapersField].OfType<string>());
        return read;
    }

    /// <summary>The case to make; only without <see cref="Problems"/>.</summary>
    public NewCase ToCase(StaffActor enteredBy) => new()
    {
        Alur = _alur,
        Relation = "loket",
        Name = _identity[IdentityField.Nama],
        Nik = Identity(IdentityField.Nik),
        Kk = Identity(IdentityField.Kk),
        BirthDate = IdentityInput.Date(Identity(IdentityField.TanggalLahir)),
        Kelurahan = Identity(IdentityField.Kelurahan),
        Sponsor = Identity(IdentityField.Sponsor),
        SponsorContact = Identity(IdentityField.KontakSponsor),
        Answers = _answers,
        Berkas = _papers.ToDictionary(id => id, _ => new NewBerkas([], AtCounter: true), StringComparer.Ordinal),
        EnteredBy = enteredBy,
    };

    private string? Identity(IdentityField field) => _identity.GetValueOrDefault(field);

    // Skipped, as in chat: a question that does not apply after the answers before it.
    private void ReadAnswer(AlurQuestion question, string answer)
    {
        if (!question.When.Holds(_answers.GetValueOrDefault)) return;
        if (question.Options.Any(option => option.Id == answer)) _answers[question.Id] = answer;
        else _problems[FieldOf(question)] = "Mohon pilih salah satu.";
    }
}
