using Dukcapil.Bot.Content;

namespace Dukcapil.Bot.Alur.Tests;

/// <summary>What the eight files make of the procedures.</summary>
public sealed class AlurContentTests
{
    [Fact]
    public void Catalogue_lists_the_eight_alur_in_the_order_of_the_published_text() =>
        OfficeContent.Catalogue.All.Select(alur => alur.Id).ShouldBe(
        [
            "kk-pindah-datang", "ktp-pindah-datang", "ktp-rekam-baru", "ktp-rekam-data-ada",
            "ktp-ubah-data", "ktp-rusak-hilang", "kk-ktp-orang-asing", "sktt",
        ]);

    [Theory]
    [MemberData(nameof(OfficeContent.Ids), MemberType = typeof(OfficeContent))]
    public void Task_kind_follows_from_its_words(string id)
    {
        foreach (var task in OfficeContent.Alur(id).Steps.SelectMany(step => step.Tasks))
            task.Kind.ShouldBe(KindOf(task.Text), task.Text);
    }

    [Theory]
    [MemberData(nameof(OfficeContent.Ids), MemberType = typeof(OfficeContent))]
    public void Step_role_follows_from_its_heading(string id)
    {
        foreach (var step in OfficeContent.Alur(id).Steps)
        {
            var heading = step.Source[(step.Source.IndexOf('.') + 1)..].Trim();
            heading.ShouldBe(step.Role switch
            {
                StaffRole.Petugas => "Petugas Pelayanan Pendaftaran Penduduk",
                StaffRole.Operator => "Operator Dinas",
                StaffRole.Kasi => "Kepala Seksi",
                StaffRole.Kabid => "Kepala Bidang",
                _ => "Kepala Dinas",
            });
        }
    }

    [Fact]
    public void First_registration_has_two_operator_steps_and_the_others_one()
    {
        foreach (var alur in OfficeContent.Catalogue.All)
            alur.Steps.Count(step => step.Role == StaffRole.Operator).ShouldBe(alur.Id == "ktp-rekam-baru" ? 2 : 1, alur.Id);
    }

    [Fact]
    public void Intake_gives_a_receipt_except_where_the_data_exist_already()
    {
        foreach (var alur in OfficeContent.Catalogue.All)
            alur.Steps[0].Tasks.Count(task => task.Kind == TaskKind.TandaTerima).ShouldBe(alur.Id == "ktp-rekam-data-ada" ? 0 : 1, alur.Id);
    }

    [Fact]
    public void Head_of_division_initials_everything_but_replacement_cards()
    {
        foreach (var alur in OfficeContent.Catalogue.All)
        {
            var initials = alur.Steps.Single(step => step.Role == StaffRole.Kabid).Tasks.Any(task => task.Kind == TaskKind.Paraf);
            initials.ShouldBe(alur.Id != "ktp-rusak-hilang", alur.Id);
        }
    }

    [Theory]
    [InlineData("kk-ktp-orang-asing")]
    [InlineData("sktt")]
    public void Foreigners_documents_go_to_the_sponsor(string id)
    {
        var alur = OfficeContent.Alur(id);

        alur.Recipient.ShouldBe(Recipient.Sponsor);
        alur.Identity.ShouldContain(IdentityField.Sponsor);
        alur.Identity.ShouldContain(IdentityField.KontakSponsor);
        alur.Identity.ShouldNotContain(IdentityField.Kk);
        alur.Steps[^1].Done.Id.ShouldContain("sponsor");
    }

    [Fact]
    public void First_registration_asks_the_birth_date_since_there_is_no_nik_yet()
    {
        var identity = OfficeContent.Alur("ktp-rekam-baru").Identity;

        identity.ShouldContain(IdentityField.TanggalLahir);
        identity.ShouldNotContain(IdentityField.Nik);
    }

    [Theory]
    [InlineData("ktp-rusak-hilang", "kondisi=rusak,nikah=belum", "surat-hilang,pendukung")]
    [InlineData("ktp-rusak-hilang", "kondisi=hilang,nikah=kawin", "ktp-rusak")]
    [InlineData("ktp-rusak-hilang", "kondisi=hilang,nikah=cerai", "ktp-rusak")]
    [InlineData("ktp-pindah-datang", "rekam-asal=ya,nikah=kawin", "")]
    [InlineData("ktp-pindah-datang", "rekam-asal=belum,nikah=belum", "ktp-asal,buku-nikah")]
    [InlineData("kk-pindah-datang", "nikah=belum", "buku-nikah")]
    [InlineData("ktp-rekam-baru", "nikah=belum", "buku-nikah")]
    [InlineData("ktp-rekam-data-ada", "", "")]
    [InlineData("ktp-ubah-data", "", "")]
    [InlineData("kk-ktp-orang-asing", "bekerja=tidak,nikah=kawin", "imta")]
    [InlineData("sktt", "bekerja=ya,nikah=belum", "buku-nikah")]
    public void Papers_that_cannot_exist_for_the_resident_do_not_apply(string id, string answers, string without)
    {
        var given = Split(answers).Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);

        var absent = OfficeContent.Alur(id).Berkas.Where(paper => !paper.When.Holds(name => given.GetValueOrDefault(name)));

        absent.Select(paper => paper.Id).ShouldBe(Split(without));
    }

    [Theory]
    [MemberData(nameof(OfficeContent.Ids), MemberType = typeof(OfficeContent))]
    public void Push_texts_promise_no_time(string id)
    {
        string[] times = [" jam ", " menit", " hari", "besok", "segera", "hour", "minute", " day", "tomorrow", "soon"];
        foreach (var step in OfficeContent.Alur(id).Steps)
            foreach (var text in new[] { step.Done, step.Started }.OfType<LocalizedText>())
                foreach (var time in times)
                    $"{text.Id} {text.En}".ShouldNotContain(time, Case.Insensitive, step.Id);
    }

    [Theory]
    [MemberData(nameof(OfficeContent.Ids), MemberType = typeof(OfficeContent))]
    public void Recording_step_asks_the_person_to_come(string id)
    {
        foreach (var step in OfficeContent.Alur(id).Steps.Where(step => step.Tasks
            .Any(task => task.Text.StartsWith("Merekam pas poto", StringComparison.Ordinal) || task.Text == "Merekam KTP-el")))
            step.Started.ShouldNotBeNull().Id.ShouldContain("datang sendiri");
    }

    [Theory]
    [MemberData(nameof(OfficeContent.Ids), MemberType = typeof(OfficeContent))]
    public void Penultimate_push_says_where_to_collect_and_with_what(string id)
    {
        var alur = OfficeContent.Alur(id);
        var ready = alur.Steps[^2].Done.Id;

        ready.ShouldContain("siap diambil");
        ready.ShouldContain("loket pelayanan Disdukcapil Kota Cilegon");
        ready.ShouldContain(id == "ktp-rekam-data-ada" ? "nomor permohonan" : "tanda terima");
    }

    private static TaskKind KindOf(string text) => text switch
    {
        _ when text.StartsWith("Melakukan paraf", StringComparison.OrdinalIgnoreCase) => TaskKind.Paraf,
        _ when text.StartsWith("Penandatangan", StringComparison.Ordinal) => TaskKind.TandaTangan,
        _ when text.StartsWith("Menyerahkan tanda terima", StringComparison.Ordinal) => TaskKind.TandaTerima,
        _ when text.StartsWith("Memberikan tanda terima", StringComparison.Ordinal) => TaskKind.TandaTerima,
        _ when text.EndsWith("dengan tanda terima", StringComparison.Ordinal) => TaskKind.Penyerahan,
        _ => TaskKind.Kerja,
    };

    private static string[] Split(string list) => list.Split(',', StringSplitOptions.RemoveEmptyEntries);
}
