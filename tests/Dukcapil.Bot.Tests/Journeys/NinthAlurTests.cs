using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Tests.Fixtures;
using Microsoft.AspNetCore.Builder;

namespace Dukcapil.Bot.Tests.Journeys;

/// <summary>A new procedure is one file in the office's content folder.</summary>
public sealed class NinthAlurTests(NinthAlurTests.OfficeWithNinth app) : IClassFixture<NinthAlurTests.OfficeWithNinth>
{
    private const string Ninth = """
        alur: legalisir-kk
        urutan: 9
        judul: { id: Legalisir KK, en: Certify a KK }
        ringkasan: { id: Fotokopi KK yang disahkan., en: A certified copy of the KK. }
        naskah: [ALUR PELAYANAN LEGALISIR KK]
        mencetak: [KK]
        penerima: penduduk
        data: [nama, kk]
        pertanyaan:
          - id: jumlah
            tanya: { id: Berapa lembar?, en: How many copies? }
            pilihan:
              - { id: satu, judul: { id: Satu lembar, en: One } }
              - { id: banyak, judul: { id: Lebih dari satu, en: More } }
        naskah-berkas: "1. Penduduk membawa berkas:"
        berkas:
          - { id: kk, naskah: KK asli, judul: { id: KK asli, en: The original KK }, bentuk: asli }
          - { id: surat, naskah: Surat permohonan, judul: { id: Surat permohonan, en: Letter of request }, bentuk: asli, jika: { jumlah: banyak } }
        langkah:
          - id: petugas
            naskah: 2. Petugas
            peran: petugas
            judul: Verifikasi
            periksa-berkas: true
            tugas: [ { id: terima, naskah: Menerima berkas, jenis: kerja } ]
            selesai: { id: "Berkas {nomor} diperiksa.", en: "Papers of {nomor} were checked." }
          - id: kabid
            naskah: 3. Kepala Bidang
            peran: kabid
            judul: Pengesahan
            tugas: [ { id: sah, naskah: Mengesahkan fotokopi KK, jenis: tanda-tangan } ]
            selesai: { id: "{nomor} disahkan.", en: "{nomor} is certified." }
          - id: penyerahan
            naskah: 4. Petugas
            peran: petugas
            judul: Penyerahan
            tugas: [ { id: serah, naskah: Menyerahkan KK, jenis: penyerahan } ]
            selesai: { id: "{nomor} selesai.", en: "{nomor} is finished." }
        """;

    [Fact]
    public async Task Ninth_alur_goes_from_chat_to_hand_over()
    {
        var applicant = new Applicant(app, "legalisir-kk") { Circumstance = question => question.Options[^1] };
        var number = await applicant.ApplyAsync();
        var office = await Office.OpenAsync(app);
        foreach (var text in (string[])[$"Berkas {number} diperiksa.", $"{number} disahkan.", $"{number} selesai."])
        {
            await office.FinishStepAsync(number);
            (await applicant.Resident.NewsAsync()).ShouldBe([text]);
        }

        (await office.ViewAsync(number)).Record.Status.ShouldBe(CaseStatus.Completed);
    }

    /// <summary>A host whose content folder is a copy of the shipped one with one file more.</summary>
    public sealed class OfficeWithNinth(MigratedDatabase databases) : BotApp(databases)
    {
        private readonly TemporaryFolder _folder = new();

        /// <inheritdoc/>
        protected override void Configure(WebApplicationBuilder builder)
        {
            var shipped = Path.Combine(AppContext.BaseDirectory, "dialogs");
            foreach (var file in Directory.EnumerateFiles(shipped, "*", SearchOption.AllDirectories))
            {
                var copy = Path.Combine(_folder.Path, Path.GetRelativePath(shipped, file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }

            File.WriteAllText(Path.Combine(_folder.Path, "alur", "legalisir-kk.yaml"), Ninth);
            builder.Configuration["Content:Folder"] = _folder.Path;
        }

        /// <inheritdoc/>
        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            _folder.Dispose();
        }
    }
}
