using Dukcapil.Bot.Core.Content;

namespace Dukcapil.Bot.Tests.Content;

public sealed class NinthAlurTests
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
          - id: penyerahan
            naskah: 3. Petugas
            peran: petugas
            judul: Penyerahan
            tugas: [ { id: serah, naskah: Menyerahkan KK, jenis: penyerahan } ]
            selesai: { id: "{nomor} selesai.", en: "{nomor} is finished." }
        """;

    [Fact]
    public void Ninth_alur_appears_in_the_list_and_is_played_to_a_number()
    {
        var files = ShippedContent.Files();
        files["alur/legalisir-kk.yaml"] = Ninth;
        var phone = new Phone(BotContentLoader.LoadFiles(LoadingTests.Pairs(files), ContentFeatures.None));

        phone.Write("halo", "1");
        phone.Offered.ShouldContain("Legalisir KK");
        phone.Offered.Count.ShouldBe(10);
        phone.Write("Legalisir KK").ShouldContain("2. Surat permohonan (asli) – hanya bila: Lebih dari satu");
        phone.Write("ya", "ya", "1", "Budi Santoso", Applications.FamilyCard).ShouldContain("Berapa lembar?");
        phone.Write("1").ShouldContain("tidak berlaku");
        phone.Photo();
        phone.Write("lanjut").ShouldContain("Keadaan: Satu lembar");
        phone.Write("1").ShouldContain("UJI-001");
    }
}
