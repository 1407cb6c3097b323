using System.Globalization;
using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Content;
using Dukcapil.Bot.Dialogs.Definitions;

namespace Dukcapil.Bot.Core.Content;

/// <summary><c>syarat-{id}</c>: what to prepare, in words and without asking for anything.</summary>
internal static class RequirementDialog
{
    internal static DialogDefinition Compile(AlurDefinition alur, AlurPhrases phrases, ContentFeatures features)
    {
        List<DialogNode> nodes =
        [
            Say("berkas", phrases.Filled("alur.syarat", ("judul", alur.Title), ("daftar", Papers(alur, phrases)), ("hasil", Prints(alur, phrases)))),
        ];
        if (alur.Berkas.Any(item => item.Hint is not null)) nodes.Add(Say("petunjuk", Hints(alur, phrases)));
        if (alur.ResidentActions.Count > 0)
            nodes.Add(Say("tindakan", phrases.Filled("alur.syarat-tindakan", ("tindakan", AlurPhrases.Joined(" ", alur.ResidentActions.Select(action => action.Title))))));
        if (alur.Recipient == Recipient.Sponsor) nodes.Add(Say("sponsor", phrases["alur.syarat-sponsor"]));
        if (alur.Deadline is { IsPromised: true } promise) nodes.Add(Say("tenggat", phrases.Filled("alur.syarat-tenggat", ("jam", LocalizedText.Same(promise.Hours.ToString(CultureInfo.InvariantCulture))))));
        nodes.AddRange(alur.Notes.Where(note => features.Shows(alur.Id, note.Id))
            .Select(note => Say($"catatan-{note.Id}", phrases.Filled("alur.syarat-catatan", ("catatan", note.Text)))));
        nodes.Add(new EndNode { Id = "selesai" });
        return CompiledDialog.Of($"syarat-{alur.Id}", nodes);
    }

    private static SayNode Say(string id, LocalizedText text) => new() { Id = id, Text = text };

    private static LocalizedText Prints(AlurDefinition alur, AlurPhrases phrases) =>
        phrases.Linked("alur.dan", alur.Prints.Select(LocalizedText.Same).ToList());

    private static LocalizedText Papers(AlurDefinition alur, AlurPhrases phrases) => AlurPhrases.Joined(
        "\n",
        alur.Berkas.Select((item, index) => phrases.Filled("alur.baris", ("nomor", Number(index)), ("berkas", Paper(item, alur, phrases)))));

    private static LocalizedText Paper(BerkasItem item, AlurDefinition alur, AlurPhrases phrases) =>
        AlurPhrases.Joined(" ", [item.Title, Form(item, phrases), When(item.When, alur, phrases)]);

    private static LocalizedText Hints(AlurDefinition alur, AlurPhrases phrases) => AlurPhrases.Joined(
        "\n",
        alur.Berkas.Select((item, index) => (item.Hint, Number: Number(index))).Where(row => row.Hint is not null)
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
    private static LocalizedText When(Condition condition, AlurDefinition alur, AlurPhrases phrases)
    {
        var terms = from term in condition.Terms
                    join question in alur.Questions on term.Key equals question.Id
                    let titles = question.Options.Where(option => term.Value.Contains(option.Id, StringComparer.Ordinal)).Select(option => option.Title).ToList()
                    where titles.Count > 0
                    select phrases.Linked("alur.atau", titles);
        var words = terms.ToList();
        return words.Count == 0 ? LocalizedText.Same("") : phrases.Filled("alur.bila", ("jawaban", phrases.Linked("alur.dan", words)));
    }
}
