using Dukcapil.Bot.Content;

namespace Dukcapil.Bot.Alur.Tests;

public sealed class AlurReaderTests
{
    [Fact]
    public void File_without_fault_becomes_a_definition()
    {
        var alur = SampleAlur.Definition;

        alur.Id.ShouldBe("contoh");
        alur.Order.ShouldBe(9);
        alur.Title.ShouldBe(new LocalizedText("Contoh", "Sample"));
        alur.Identity.ShouldBe([IdentityField.Nama, IdentityField.Nik]);
        alur.Questions[1].When.Holds(_ => "ya").ShouldBeTrue();
        alur.Paper("buku").ShouldNotBeNull().Form.ShouldBe(BerkasForm.Asli);
        alur.Paper("buku")!.Hint!.En.ShouldBe("The first page.");
        alur.ResidentActions.Single().Source.ShouldBe("Menyerahkan berkas");
        var step = alur.Step("periksa").ShouldNotBeNull();
        (step.Role, step.VerifiesBerkas, step.DeadlineHours).ShouldBe((StaffRole.Petugas, true, 8));
        step.Tasks[1].ShouldBe(new Tugas("t2", "Memberikan tanda terima", TaskKind.TandaTerima));
        alur.Notes.Single().Basis.ShouldBe("Perpres 96/2018");
        alur.Step("lain").ShouldBeNull();
        alur.Deadline.ShouldBeNull();
    }

    [Theory]
    [InlineData("urutan: 9", "urutan: satu", "urutan: satu", "'urutan' must be a whole number")]
    [InlineData("penerima: penduduk", "penerima: tetangga", "penerima:", "'tetangga' is not known; write one of: penduduk, sponsor")]
    [InlineData("data: [nama, nik]", "data: [nama, ibu]", "data:", "'ibu' is not known")]
    [InlineData("data: [nama, nik]", "data: []", "data:", "'data' must not be empty")]
    [InlineData("bentuk: asli", "bentuk: emas", "bentuk: emas", "'emas' is not known; write one of: asli, fotokopi, formulir")]
    [InlineData("peran: petugas", "peran: camat", "peran: camat", "'camat' is not known")]
    [InlineData("jenis: tanda-terima", "jenis: stempel", "jenis: stempel", "'stempel' is not known")]
    [InlineData("periksa-berkas: true", "periksa-berkas: mungkin", "periksa-berkas:", "must be true or false")]
    [InlineData("judul: Periksa", "judull: Periksa", "judull:", "'judull' is not known here")]
    [InlineData("judul: Periksa", "judull: Periksa", "id: periksa", "'judul' is missing")]
    [InlineData("naskah: Fotokopi KK", "naskah: ''", "naskah: ''", "'naskah' must not be empty")]
    [InlineData("tindakan:", "tindakan: ini\nlain:", "tindakan:", "'tindakan' must be a list of mappings")]
    [InlineData("en: The first page.", "fr: La page.", "fr: La page.", "'en' is missing")]
    [InlineData("catatan:", "urutan: 2\ncatatan:", "urutan: 2", "Duplicate key")]
    [InlineData("urutan: 9\n", "", "alur: contoh", "'urutan' is missing")]
    [InlineData("mencetak: [KK]\n", "", "alur: contoh", "'mencetak' is missing")]
    public void File_of_the_wrong_form_is_refused_with_the_line(string old, string replacement, string place, string message)
    {
        var text = SampleAlur.With(old, replacement);
        List<ContentProblem> problems = [];

        AlurReader.Read(SampleAlur.Path, text, problems).ShouldBeNull();

        var line = SampleAlur.LineOf(text, place);
        problems.ShouldContain(
            problem => problem.File == SampleAlur.Path && problem.Line == line && problem.Message.Contains(message),
            string.Join('\n', problems));
    }

    [Theory]
    [InlineData("")]
    [InlineData("hanya teks")]
    [InlineData("- satu\n- dua")]
    [InlineData("alur: [")]
    public void Text_that_is_no_mapping_is_one_problem(string text)
    {
        List<ContentProblem> problems = [];

        AlurReader.Read(SampleAlur.Path, text, problems).ShouldBeNull();

        problems.ShouldHaveSingleItem();
    }

    [Fact]
    public void Version_changes_with_the_text_and_only_with_it()
    {
        var changed = SampleAlur.With("Hanya contoh.", "Contoh saja.");

        SampleAlur.Definition.Version.ShouldBe(SampleAlur.Definition.Version);
        SampleAlur.Source(changed).Definition.Version.ShouldNotBe(SampleAlur.Definition.Version);
        AlurReader.VersionOf("").ShouldBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    [Fact]
    public void Stored_text_gives_back_the_version_it_was_stored_under()
    {
        var stored = AlurReader.ReadStored(SampleAlur.Text);

        stored.Version.ShouldBe(SampleAlur.Definition.Version);
        stored.Steps.Count.ShouldBe(2);
    }

    [Fact]
    public void Stored_text_that_was_damaged_throws() =>
        Should.Throw<ContentException>(() => AlurReader.ReadStored("alur: contoh")).Problems.ShouldNotBeEmpty();
}
