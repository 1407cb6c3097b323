namespace Dukcapil.Bot.Alur.Tests;

/// <summary>
/// The steps for which a resident must come, read off <c>alur-pelayanan.txt</c> line by line: a perekaman takes the resident's own photo,
/// fingerprints and iris, and every procedure ends with a result that is handed over against a receipt.
/// </summary>
public sealed class PresenceTests
{
    /// <summary>
    /// For the procedures without a line here, nothing but the hand-over needs anybody: "Verifikasi data dalam Chip" reads a card that the
    /// office holds.
    /// </summary>
    [Theory]
    [InlineData("kk-pindah-datang", "", "")]
    [InlineData("ktp-pindah-datang", "rekam-asal=ya", "")]
    [InlineData("ktp-pindah-datang", "rekam-asal=belum", "Mencetak KTP-el, jika penduduk sudah melakukan perekaman di daerah asal")]
    [InlineData("ktp-rekam-baru", "", "Merekam pas poto, tanda tangan, sidik jari, dan iris mata penduduk")]
    [InlineData("ktp-rekam-data-ada", "", "Merekam pas poto, tanda tangan, sidik jari, dan iris mata penduduk")]
    [InlineData("ktp-ubah-data", "", "")]
    [InlineData("ktp-rusak-hilang", "", "")]
    [InlineData("kk-ktp-orang-asing", "", "Merekam KTP-el")]
    [InlineData("sktt", "", "")]
    public void Resident_must_come_for_the_recording_and_the_hand_over_and_for_nothing_else(string id, string answers, string recording)
    {
        var given = answers.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('='))
            .ToDictionary(pair => pair[0], pair => pair[1]);
        var steps = OfficeContent.Alur(id).Steps;

        var present = steps.Where(step => step.NeedsResident(given.GetValueOrDefault)).ToList();

        present.Where(step => !step.HandsOver).Select(step => step.Tasks.Any(task => task.Text == recording))
            .ShouldBe(recording.Length > 0 ? [true] : []);
        present[^1].ShouldBe(steps[^1]);
        present[^1].HandsOver.ShouldBeTrue();
    }

    [Fact]
    public void Every_task_that_records_somebody_belongs_to_a_step_that_needs_them()
    {
        string[] inPerson = ["Merekam pas poto", "Merekam KTP-el", "Memverifikasi data telunjuk jari"];
        foreach (var step in OfficeContent.Catalogue.All.SelectMany(alur => alur.Steps))
            if (step.Tasks.Any(task => inPerson.Any(words => task.Text.StartsWith(words, StringComparison.Ordinal))))
                step.NeedsResident(_ => null).ShouldBeTrue(step.Source);
    }

    [Fact]
    public void Condition_of_presence_that_no_resident_can_meet_is_reported()
    {
        var file = Path.Combine(OfficeContent.Folder, "alur", "ktp-pindah-datang.yaml");
        var text = File.ReadAllText(file)
            .Replace("perlu-hadir-jika: { rekam-asal: [belum] }", "perlu-hadir-jika: { rekam-asal: [lupa] }", StringComparison.Ordinal);

        var fault = Should.Throw<Content.ContentException>(() => AlurCatalogue.Load([("alur/ktp-pindah-datang.yaml", text)]));

        fault.Problems.ShouldHaveSingleItem().Message.ShouldContain("'lupa', which is no option of 'rekam-asal'");
    }
}
