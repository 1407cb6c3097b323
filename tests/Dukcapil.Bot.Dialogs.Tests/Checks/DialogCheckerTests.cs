namespace Dukcapil.Bot.Dialogs.Tests.Checks;

/// <summary>Every kind of defect is found at its line.</summary>
public sealed class DialogCheckerTests
{
    [Fact]
    public void Test_content_has_no_problem() => TestContent.Problems().ShouldBeEmpty();

    [Theory]
    [InlineData("a: { say: uji.salam, next: tidak-ada }", 3, "there is no node 'tidak-ada'")]
    [InlineData("a: { say: uji.salam, next: end }\n  b: { say: uji.salam }", 4, "no way leads here")]
    [InlineData("a: { say: { id: Halo } }", 3, "'en' is missing")]
    [InlineData("a: { say: { id: Halo, en: '' } }", 3, "has no En text")]
    [InlineData("a: { say: uji.tidak-ada }", 3, "there is no text 'uji.tidak-ada'")]
    [InlineData("a: { say: uji.salam }\n  b: { branch: [ { next: a } ] }", 3, "a loop goes through here")]
    [InlineData("a: { act: x, next: a }", 3, "a loop goes through here")]
    [InlineData("a: { ask: nomor, text: uji.salam }", 3, "there is no recogniser 'nomor'")]
    [InlineData("a: { call: tidak-ada }", 3, "there is no dialog 'tidak-ada'")]
    [InlineData("a: { call: 'tidak-ada-{nama}' }", 3, "there is no dialog 'tidak-ada-{nama}'")]
    [InlineData("a: { call: batal }", 3, "leads back to 'batal'")]
    [InlineData(
        "a: { choice: uji.salam, options: [ { id: x, title: uji.salam }, { id: x, title: { id: B, en: B } } ] }", 3, "'x' stands twice")]
    [InlineData("a: { choice: uji.salam }", 3, "there is nothing to choose")]
    [InlineData("a: { choice: uji.salam, options: [ { id: x, title: { id: Judul yang terlalu panjang sekali, en: X } } ] }", 3, "24 fit")]
    [InlineData(
        "a: { choice: uji.salam, button: { id: Tombol yang terlalu panjang, en: X }, options: [ { id: x, title: uji.salam } ] }",
        3,
        "20 fit")]
    [InlineData("a: { say: { id: '{tak-dikenal}', en: x } }", 3, "nothing sets 'tak-dikenal'")]
    [InlineData("a: { say: uji.salam, when: { tak-dikenal: [x] } }", 3, "nothing sets 'tak-dikenal'")]
    [InlineData("a: { checklist: uji.salam, items: [ { id: x, title: uji.salam } ] }", 3, "a checklist needs 'save'")]
    [InlineData("a: { say: uji.salam, berikut: b }", 3, "'berikut' is not known here")]
    [InlineData("a: { say: uji.salam, ask: name }", 3, "must hold exactly one of")]
    [InlineData("end: { say: uji.salam }", 3, "cannot name a node")]
    [InlineData("a: { say: uji.salam, step: x }", 3, "'step' must be a whole number")]
    public void Defect_is_reported_at_its_line(string nodes, int line, string message)
    {
        var problems = TestContent.Problems(("dialogs/batal.yaml", $"dialog: batal\nnodes:\n  {nodes}\n"));
        problems.ShouldContain(
            problem => problem.File == "dialogs/batal.yaml" && problem.Line == line && problem.Message.Contains(message),
            string.Join('\n', problems));
    }

    [Theory]
    [InlineData(1601, "the text (Id) is 1601 long; 1600 fit")]
    [InlineData(1600, null)]
    public void Body_is_measured(int length, string? message)
    {
        var problems = TestContent.Problems(
            ("dialogs/batal.yaml", $"dialog: batal\nnodes:\n  a: {{ say: {{ id: '{new string('a', length)}', en: x }} }}\n"));
        problems.Select(problem => problem.Message).ShouldBe(message is null ? [] : [$"batal/a: {message}"]);
    }

    [Fact]
    public void Settings_that_name_no_dialog_are_reported()
    {
        var problems = TestContent.Problems(("mesin.yaml", "settings: { root: x, photo: foto, help: bantuan, resume: lanjut }\nkeywords:\n"
            + "  a: { words: [satu, dua], does: call, dialog: y }\n  b: { words: [Dua], does: back }\n"));
        problems.Select(problem => problem.ToString()).ShouldBe(
        [
            "mesin.yaml:1: root: there is no dialog 'x'",
            "mesin.yaml:3: a: there is no dialog 'y'",
            "mesin.yaml:4: b: the word 'dua' already means a",
        ], ignoreOrder: true);
    }

    [Fact]
    public void Missing_engine_text_is_reported() =>
        TestContent.Problems(("texts/daftar.yaml", "x: { id: a, en: b }\n"))
            .ShouldContain(problem => problem.Message == "the engine needs the text 'daftar.lengkap'");

    [Fact]
    public void Counted_steps_need_a_title() =>
        TestContent.Problems(("dialogs/batal.yaml", "dialog: batal\nsteps: 2\nnodes:\n  a: { say: uji.salam, step: 3 }\n"))
            .Select(problem => $"{problem.Line} {problem.Message}").ShouldBe(
                ["2 a dialog that counts steps needs a title, for \"Kita lanjutkan: …\"", "4 batal/a: step 3 of 2"], ignoreOrder: true);

    [Fact]
    public void Two_dialogs_of_one_name_are_reported() =>
        TestContent.Problems(("dialogs/zz.yaml", "dialog: batal\nnodes:\n  a: { end: true }\n"))
            .ShouldContain(problem => problem.File == "dialogs/zz.yaml");

    [Fact]
    public void File_that_is_no_yaml_is_reported_at_its_line() =>
        TestContent.Problems(("dialogs/batal.yaml", "dialog: batal\nnodes: [\n"))
            .ShouldContain(problem => problem.File == "dialogs/batal.yaml" && problem.Line >= 2);
}
