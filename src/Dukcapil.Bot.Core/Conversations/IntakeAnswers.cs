using System.Globalization;
using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Casework;
using Dukcapil.Bot.Core.Content;
using Dukcapil.Bot.Dialogs.Engine;

namespace Dukcapil.Bot.Core.Conversations;

/// <summary>Reads a request out of the answers a resident gave in chat.</summary>
internal static class IntakeAnswers
{
    /// <summary>The request; null when something the alur needs is missing, as after a change of its file.</summary>
    public static NewCase? Read(AlurDefinition alur, DialogState state, long addressId)
    {
        string? Text(string name) => state.Values.TryGetValue(name, out var value) && value.Text.Length > 0 ? value.Text : null;
        string? Field(IdentityField field) => alur.Identity.Contains(field) ? Text(IdentityFields.Name(field)) : null;

        if (alur.Identity.Any(field => Text(IdentityFields.Name(field)) is null)) return null;
        var answers = alur.Questions.Where(question => Text(question.Id) is not null)
            .ToDictionary(question => question.Id, question => Text(question.Id)!, StringComparer.Ordinal);
        if (alur.Questions
            .Any(question => question.When.Holds(answers.GetValueOrDefault) && !answers.ContainsKey(question.Id))) return null;

        return new NewCase
        {
            Alur = alur,
            AddressId = addressId,
            Language = state.Language == Bot.Content.Language.En ? "en" : "id",
            Relation = Text("untuk") switch { "keluarga" => "keluarga", "orang-asing" => "sponsor", _ => "sendiri" },
            Name = Field(IdentityField.Nama)!,
            Nik = Field(IdentityField.Nik),
            Kk = Field(IdentityField.Kk),
            BirthDate = Field(IdentityField.TanggalLahir) is { } date
                ? DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture)
                : null,
            Kelurahan = Field(IdentityField.Kelurahan),
            Sponsor = Field(IdentityField.Sponsor),
            SponsorContact = Field(IdentityField.KontakSponsor),
            Answers = answers,
            Berkas = BerkasOf(state),
        };
    }

    /// <summary>What was given for each paper.</summary>
    public static IReadOnlyDictionary<string, NewBerkas> BerkasOf(DialogState state) =>
        (state.Values.GetValueOrDefault("berkas")?.Checklist ?? new Dictionary<string, ChecklistEntry>(StringComparer.Ordinal))
        .ToDictionary(
            entry => entry.Key,
            entry => new NewBerkas(entry.Value.Media.Select(id => Guid.ParseExact(id, "N")).ToList(), entry.Value.AtCounter),
            StringComparer.Ordinal);
}
