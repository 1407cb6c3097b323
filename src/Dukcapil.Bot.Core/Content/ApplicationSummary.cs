using System.Globalization;
using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Content;
using Dukcapil.Bot.Dialogs.Engine;

namespace Dukcapil.Bot.Core.Content;

/// <summary>
/// What a resident is about to send, in a few lines: the service, whom it is for, identity with masked numbers, answers, and every paper
/// with what was given for it. Pure; the words come from <c>texts/intake.yaml</c>, <c>texts/alur.yaml</c> and <c>texts/kasus.yaml</c>.
/// </summary>
public sealed class ApplicationSummary(AlurDefinition alur, TextCatalogue texts, IReadOnlyDictionary<string, DialogValue> values)
{
    private const string Line = "intake.rangkuman.baris";

    /// <summary>The summary in every language.</summary>
    /// <exception cref="KeyNotFoundException">The content lacks a phrase: a defect that the content check finds before
    /// start-up.</exception>
    public LocalizedText Compose() => AlurPhrases.Each(language => string.Join('\n', Lines(language)));

    private IEnumerable<string> Lines(Language language)
    {
        yield return $"*{alur.Title.In(language)}*";
        yield return Row(language, texts["intake.rangkuman.untuk"], Subject(language));
        foreach (var name in alur.Identity.Select(IdentityFields.Name))
            yield return Row(language, texts[$"alur.bidang.{name}"], Shown(name, language));
        if (alur.Questions.Count > 0) yield return Row(language, texts["alur.bidang.pertanyaan"], Answers(language));
        yield return "";
        yield return texts["intake.rangkuman.berkas"].In(language);
        foreach (var (item, index) in alur.Berkas.Select((item, index) => (item, index))) yield return Paper(language, item, index + 1);
    }

    private string Row(Language language, LocalizedText field, string content) =>
        texts[Line].Fill(language, name => name == "bidang" ? field.In(language) : content);

    private string Subject(Language language) => Text("untuk") == "keluarga"
        ? texts["intake.rangkuman.untuk-keluarga"].Fill(language, name => Shown(name, language))
        : Shown("untuk", language);

    private string Answers(Language language) => string.Join("; ", alur.Questions
        .Where(question => question.When.Holds(Text))
        .Select(question => Shown(question.Id, language)));

    private string Paper(Language language, BerkasItem item, int number) =>
        texts["intake.rangkuman.butir"].Fill(language, name => name switch
        {
            "nomor" => number.ToString(CultureInfo.InvariantCulture),
            "berkas" => item.Title.In(language),
            _ => Given(item).In(language),
        });

    private LocalizedText Given(BerkasItem item)
    {
        if (!item.When.Holds(Text)) return texts["kasus.berkas.not-applicable"];
        var entry = values.GetValueOrDefault("berkas")?.Checklist?.GetValueOrDefault(item.Id);
        if (entry is { Media.Count: > 0 }) return texts["intake.rangkuman.foto"];
        return texts[entry is { AtCounter: true } ? "kasus.berkas.at-counter" : "kasus.berkas.missing"];
    }

    private string? Text(string name) => values.GetValueOrDefault(name)?.Text;

    private string Shown(string name, Language language) => values.GetValueOrDefault(name)?.Shown(language) ?? "";
}
