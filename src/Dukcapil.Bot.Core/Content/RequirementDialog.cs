using System.Globalization;
using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Content;
using Dukcapil.Bot.Dialogs.Definitions;
using Dukcapil.Bot.Dialogs.Engine;

namespace Dukcapil.Bot.Core.Content;

/// <summary>
/// <c>syarat-{id}</c>: what to prepare, in words and without asking for anything. Where a resident's words answered a question already
/// (<see cref="ValueNames.PrefilledSlot"/>), the papers that do not apply then are left out.
/// </summary>
internal static class RequirementDialog
{
    private const string General = "berkas";

    internal static DialogDefinition Compile(AlurDefinition alur, AlurPhrases phrases, ContentFeatures features)
    {
        var rest = Rest(alur, phrases, features).ToList();
        List<(string Id, BranchWay Way, IEnumerable<DialogNode> Nodes)> told =
        [
            .. from question in alur.Questions
               where question.When.IsAlways
               from option in question.Options
               let id = $"{General}-{question.Id}-{option.Id}"
               let way = new BranchWay(CompiledDialog.When(ValueNames.PrefilledSlot + question.Id, option.Id), id)
               select (id, way, Papers(id, rest[0].Id, alur, phrases, (question.Id, option.Id))),
        ];
        var branch = new BranchNode { Id = "menurut", Ways = [.. told.Select(one => one.Way), new BranchWay(Condition.Always, General)] };
        return CompiledDialog.Of(
            $"syarat-{alur.Id}",
            [branch, .. told.SelectMany(one => one.Nodes), .. Papers(General, rest[0].Id, alur, phrases, null), .. rest]);
    }

    private static IEnumerable<DialogNode> Rest(AlurDefinition alur, AlurPhrases phrases, ContentFeatures features)
    {
        if (alur.ResidentActions.Count > 0)
            yield return Say("tindakan", phrases.Filled(
                "alur.syarat-tindakan", ("tindakan", AlurPhrases.Joined(" ", alur.ResidentActions.Select(action => action.Title)))));
        if (alur.Recipient == Recipient.Sponsor) yield return Say("sponsor", phrases["alur.syarat-sponsor"]);
        if (alur.Deadline is { IsPromised: true } promise)
            yield return Say(
                "tenggat",
                phrases.Filled("alur.syarat-tenggat", ("jam", LocalizedText.Same(promise.Hours.ToString(CultureInfo.InvariantCulture)))));
        foreach (var note in alur.Notes.Where(note => features.Shows(alur.Id, note.Id)))
            yield return Say($"catatan-{note.Id}", phrases.Filled("alur.syarat-catatan", ("catatan", note.Text)));
        yield return new EndNode { Id = "selesai" };
    }

    /// <summary>The list and the hints, for all papers or for those that a known answer leaves.</summary>
    private static IEnumerable<DialogNode> Papers(
        string id, string next, AlurDefinition alur, AlurPhrases phrases, (string Question, string Option)? known)
    {
        var items = alur.Berkas.Where(item => known is not var (question, option) || !item.When.Terms.TryGetValue(question, out var values)
            || values.Contains(option, StringComparer.Ordinal)).ToList();
        var hints = items.Exists(item => item.Hint is not null);
        var list = Papers(items, alur, phrases, known?.Question);
        var text = phrases.Filled("alur.syarat", ("judul", alur.Title), ("daftar", list), ("hasil", Prints(alur, phrases)));
        yield return Say(id, text) with { Next = hints ? $"petunjuk-{id}" : next };
        if (hints) yield return Say($"petunjuk-{id}", Hints(items, phrases)) with { Next = next };
    }

    private static SayNode Say(string id, LocalizedText text) => new() { Id = id, Text = text };

    private static LocalizedText Prints(AlurDefinition alur, AlurPhrases phrases) =>
        phrases.Linked("alur.dan", alur.Prints.Select(LocalizedText.Same).ToList());

    private static LocalizedText Papers(IEnumerable<BerkasItem> items, AlurDefinition alur, AlurPhrases phrases, string? known) =>
        AlurPhrases.Joined("\n", items.Select((item, index) =>
            phrases.Filled("alur.baris", ("nomor", Number(index)), ("berkas", Paper(item, alur, phrases, known)))));

    private static LocalizedText Paper(BerkasItem item, AlurDefinition alur, AlurPhrases phrases, string? known) =>
        AlurPhrases.Joined(" ", [item.Title, Form(item, phrases), When(item.When, alur, phrases, known)]);

    private static LocalizedText Hints(IEnumerable<BerkasItem> items, AlurPhrases phrases) => AlurPhrases.Joined(
        "\n",
        items.Select((item, index) => (item.Hint, Number: Number(index))).Where(row => row.Hint is not null)
            .Select(row => phrases.Filled("alur.petunjuk", ("nomor", row.Number), ("petunjuk", row.Hint!))));

    private static LocalizedText Number(int index) => LocalizedText.Same((index + 1).ToString(CultureInfo.InvariantCulture));

    /// <summary>Original, copy or form; nothing where the title says so itself.</summary>
    private static LocalizedText Form(BerkasItem item, AlurPhrases phrases)
    {
        var form = phrases[item.Form switch
        {
            BerkasForm.Asli => "alur.bentuk.asli",
            BerkasForm.Fotokopi => "alur.bentuk.fotokopi",
            _ => "alur.bentuk.formulir",
        }];
        return AlurPhrases.Each(language =>
            item.Title.In(language).Contains(form.In(language), StringComparison.OrdinalIgnoreCase) ? "" : $"({form.In(language)})");
    }

    /// <summary>The condition of a paper in the words of the questions that decide it.</summary>
    private static LocalizedText When(Condition condition, AlurDefinition alur, AlurPhrases phrases, string? known)
    {
        var terms = from term in condition.Terms
                    where term.Key != known
                    join question in alur.Questions on term.Key equals question.Id
                    let titles = question.Options.Where(option => term.Value.Contains(option.Id, StringComparer.Ordinal))
                        .Select(option => InSentence(option.Title))
                        .ToList()
                    where titles.Count > 0
                    select phrases.Linked("alur.atau", titles);
        var words = terms.ToList();
        return words.Count == 0 ? LocalizedText.Same("") : phrases.Filled("alur.bila", ("jawaban", phrases.Linked("alur.dan", words)));
    }

    // "Cerai" begins an option and stands inside a sentence; "KTP" is no word that begins one.
    private static LocalizedText InSentence(LocalizedText title) => AlurPhrases.Each(language =>
        title.In(language) is [var first, var second, ..] text && !char.IsUpper(second)
            ? char.ToLowerInvariant(first) + text[1..]
            : title.In(language));
}
