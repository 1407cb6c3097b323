namespace Dukcapil.Bot.Alur.Tests;

public sealed class AlurCheckerTests
{
    private const string Long25 = "Dua puluh lima huruf pas.";

    [Fact]
    public void Sample_has_no_problem() => AlurChecker.Check(SampleAlur.Source(SampleAlur.Text)).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(OfficeContent.Ids), MemberType = typeof(OfficeContent))]
    public void Office_alur_has_no_problem(string id) =>
        AlurChecker.Check(OfficeContent.Catalogue.Sources.Single(source => source.Definition.Id == id)).ShouldBeEmpty();

    [Theory]
    [InlineData("alur: contoh", "alur: lain", "alur: lain", "must be the same")]
    [InlineData("urutan: 9", "urutan: 0", "alur:", "'urutan' must be 1 or more")]
    [InlineData("data: [nama, nik]", "data: [nik]", "alur:", "must ask for 'nama'")]
    [InlineData("data: [nama, nik]", "data: [nama, nama]", "alur:", "names the same thing twice")]
    [InlineData("penerima: penduduk", "penerima: sponsor", "alur:", "must ask for 'sponsor'")]
    [InlineData("id: Contoh,", "id: " + Long25 + ",", "judul: {", "'judul' (id) has 25 characters; at most 24 fit")]
    [InlineData("en: Only a sample.", "en: ''", "ringkasan:", "'ringkasan' has no text in 'en'")]
    [InlineData("en: Sample", "en: 'Sample {nomor}'", "judul: {", "must not hold braces")]
    [InlineData("id: Sudah,", "id: Dua puluh satu huruf.,", "id: ya", "has 21 characters; at most 20 fit")]
    [InlineData("- id: cerai", "- id: nikah", "- id: nikah\n    jika", "question: the id 'nikah' is used twice")]
    [InlineData("id: belum", "id: ya", "id: ya, judul: { id: Belum", "option of 'nikah': the id 'ya' is used twice")]
    [InlineData("- id: buku", "- id: kk", "- id: kk\n    naskah: Buku", "paper: the id 'kk' is used twice")]
    [InlineData("- id: buku", "- id: Buku Nikah", "- id: Buku", "'Buku Nikah' is no id")]
    [InlineData("- id: serah", "- id: periksa", "- id: periksa\n    naskah: 3.", "step: the id 'periksa' is used twice")]
    [InlineData("id: t4", "id: t3", "id: t3, naskah: Menyerahkan", "task of 'serah': the id 't3' is used twice")]
    [InlineData(
        "jika: { nikah: ya }\n    tanya", "jika: { lahir: ya }\n    tanya", "jika: { lahir", "refers to the unknown question 'lahir'")]
    [InlineData(
        "jika: { nikah: ya }\n    tanya", "jika: { cerai: pernah }\n    tanya", "jika: { cerai", "asked later or is the question itself")]
    [InlineData(
        "jika: { nikah: ya }\n    petunjuk",
        "jika: { nikah: janda }\n    petunjuk",
        "jika: { nikah: janda",
        "'janda', which is no option of 'nikah'")]
    [InlineData(
        "jika: { nikah: ya }\n    petunjuk", "jika: { nikah: [] }\n    petunjuk", "jika: { nikah: []", "lists no answer to 'nikah'")]
    [InlineData(
        "jika: { nikah: ya }\n    petunjuk",
        "jika: { nikah: belum, cerai: pernah }\n    petunjuk",
        "jika: { nikah: belum, cerai",
        "can never hold")]
    [InlineData("      - { id: belum, judul: { id: Belum, en: Not yet } }\n", "", "- id: nikah", "has 1 options; it needs 2 to 10")]
    [InlineData("Diperiksa {nomor}.", "Diperiksa {nomor} untuk {nama}.", "selesai: { id: \"Diperiksa", "refers to '{nama}'; only {nomor}")]
    [InlineData("Diperiksa {nomor}.", "Diperiksa {nomor} {.", "selesai: { id: \"Diperiksa", "stray brace")]
    [InlineData("Begins {nomor}.", "Begins.", "mulai:", "'mulai' of 'periksa' (en) must name the case")]
    [InlineData("    periksa-berkas: true\n", "", "- id: periksa", "the first step must check the papers")]
    [InlineData("peran: petugas", "peran: operator", "- id: periksa", "the first step must be the counter officer's")]
    [InlineData("jenis: tanda-terima", "jenis: paraf", "id: t2", "paraf is not for petugas")]
    [InlineData("jenis: tanda-terima", "jenis: tanda-tangan", "id: t2", "tanda-tangan is not for petugas")]
    [InlineData("jenis: tanda-terima", "jenis: penyerahan", "id: t2", "only the last step hands over")]
    [InlineData("jenis: penyerahan", "jenis: kerja", "- id: serah", "exactly one task of kind 'penyerahan'")]
    [InlineData(
        "naskah: Mengarsipkan, jenis: kerja",
        "naskah: Mengarsipkan, jenis: penyerahan",
        "- id: serah",
        "exactly one task of kind 'penyerahan'")]
    [InlineData("tenggat: { jam: 8 }", "tenggat: { jam: 0 }", "- id: periksa", "'jam' of the 'tenggat' of 'periksa' must be 1 or more")]
    [InlineData("urutan: 9", "urutan: 9\ntenggat: { jam: 0 }", "alur:", "'jam' of 'tenggat' must be 1 or more")]
    [InlineData("urutan: 9", "urutan: 9\ntenggat: { jam: 7, janji: true }", "- id: periksa", "more time than the whole case")]
    [InlineData("judul: Serah\n", "judul: Serah\n    tenggat: { jam: 8 }\n", "- id: serah", "waits until the result is collected")]
    public void Fault_is_reported_at_its_line(string old, string replacement, string place, string message)
    {
        var text = SampleAlur.With(old, replacement);

        var problems = AlurChecker.Check(SampleAlur.Source(text));

        var line = SampleAlur.LineOf(text, place);
        problems.ShouldContain(problem => problem.Line == line && problem.Message.Contains(message), string.Join('\n', problems));
    }

    [Fact]
    public void Hand_over_that_is_not_the_last_task_is_reported()
    {
        var text = SampleAlur.With("      - { id: t4", "      - { id: t5, naskah: Menutup, jenis: kerja }\n      - { id: t4")
            .Replace("id: t5, naskah: Menutup, jenis: kerja", "id: t5, naskah: Menyerahkan, jenis: penyerahan")
            .Replace("id: t4, naskah: Menyerahkan, jenis: penyerahan", "id: t4, naskah: Menutup, jenis: kerja");

        AlurChecker.Check(SampleAlur.Source(text)).ShouldHaveSingleItem().Message.ShouldContain("as its last task");
    }

    [Fact]
    public void Too_long_push_is_reported()
    {
        var text = SampleAlur.With("Diperiksa {nomor}.", "{nomor} " + new string('a', AlurLimits.Push));

        AlurChecker.Check(SampleAlur.Source(text)).ShouldHaveSingleItem().Message.ShouldContain("at most 600 fit");
    }

    [Fact]
    public void Too_many_questions_are_reported_without_trying_every_answer()
    {
        var extra = string.Concat(Enumerable.Range(1, 20).Select(n => $$"""
              - id: lagi{{n}}
                tanya: { id: Apa?, en: What? }
                pilihan:
                  - { id: a, judul: { id: A, en: A } }
                  - { id: b, judul: { id: B, en: B } }

            """));
        var text = SampleAlur.With("naskah-berkas:", extra + "naskah-berkas:");

        AlurChecker.Check(SampleAlur.Source(text)).ShouldHaveSingleItem().Message.ShouldContain("there are 22 questions");
    }
}
