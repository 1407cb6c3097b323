using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Content;
using Dukcapil.Bot.Core.Content;

namespace Dukcapil.Bot.Tests.Content;

/// <summary>What STATUS answers, by where a case stands.</summary>
public sealed class CaseRundownTests
{
    private const string Why = "Data belum padan";

    private static AlurDefinition Alur => ShippedContent.Value.Alur.Find("ktp-rekam-data-ada")!;

    [Theory]
    [InlineData(CaseStatus.InProgress, "Sekarang di meja operator, langkah 2 dari")]
    [InlineData(CaseStatus.InProgress, "Sejak 22 Nov 2026 14.05 WIB")]
    [InlineData(CaseStatus.InProgress, "Dibawa ke loket: ")]
    [InlineData(CaseStatus.InProgress, "Janji temu: 26 Nov 2026 08.00 WIB. Ketik *JADWAL*")]
    [InlineData(CaseStatus.AwaitingResident, "(Fotonya buram). Ketik *KIRIM ULANG*.")]
    [InlineData(CaseStatus.OnHold, "Ditahan sampai 30 November 2026, atau lebih cepat.")]
    [InlineData(CaseStatus.OnHold, $"Alasan: {Why}")]
    [InlineData(CaseStatus.Rejected, $"Alasan: {Why}")]
    [InlineData(CaseStatus.Completed, "Hasilnya sudah diserahkan.")]
    [InlineData(CaseStatus.Cancelled, "Keadaan: Dibatalkan")]
    public void Standing_is_told_in_the_words_of_its_status(CaseStatus status, string line) =>
        Told(status, Language.Id).ShouldContain(line);

    [Theory]
    [InlineData(CaseStatus.Completed, "KIRIM ULANG")]
    [InlineData(CaseStatus.Cancelled, "Janji temu")]
    [InlineData(CaseStatus.Rejected, "Sekarang di")]
    [InlineData(CaseStatus.InProgress, Why)]
    [InlineData(CaseStatus.InProgress, "Ditahan")]
    [InlineData(CaseStatus.InProgress, "Santoso")]
    public void Standing_tells_nothing_that_does_not_concern_it(CaseStatus status, string line) =>
        Told(status, Language.Id).ShouldNotContain(line);

    [Fact]
    public void Standing_is_told_in_English_with_English_dates()
    {
        var told = Told(CaseStatus.OnHold, Language.En);
        told.ShouldContain("Since 22 Nov 2026 14:05 WIB");
        told.ShouldContain("On hold until 30 November 2026, or sooner.");
    }

    [Fact]
    public void Row_of_a_list_fits_and_names_service_person_and_status()
    {
        var row = new CaseRundown(ShippedContent.Value.Texts).Row(Alur, "Budi Santoso", CaseStatus.Submitted).Id;
        row.ShouldStartWith("KTP-el: belum rekam · Budi · Diajukan");
        row.Length.ShouldBeLessThanOrEqualTo(72);
    }

    private static string Told(CaseStatus status, Language language) =>
        new CaseRundown(ShippedContent.Value.Texts).Describe(new CaseStanding
        {
            Number = "26-00001-1",
            Alur = Alur,
            Name = "Budi Santoso",
            Status = status,
            StepId = Alur.Steps[1].Id,
            Reason = Why,
            HeldUntil = new LocalizedText("30 November 2026", "30 November 2026"),
            Since = new LocalizedText("22 Nov 2026 14.05 WIB", "22 Nov 2026 14:05 WIB"),
            Appointment = new LocalizedText("26 Nov 2026 08.00 WIB", "26 Nov 2026 08:00 WIB"),
            Papers =
            [
                new PaperStanding(Alur.Berkas[0].Id, BerkasStatus.AtCounter),
                new PaperStanding(Alur.Berkas[1].Id, BerkasStatus.ReplacementNeeded, "Fotonya buram"),
            ],
        }).In(language);
}
