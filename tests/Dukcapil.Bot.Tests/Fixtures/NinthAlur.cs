namespace Dukcapil.Bot.Tests.Fixtures;

/// <summary>A procedure that the office does not have: what an officer would write into one new file.</summary>
internal static class NinthAlur
{
    /// <summary>The file's name below the content folder.</summary>
    public const string FileName = "alur/legalisir-kk.yaml";

    /// <summary>The file.</summary>
    public const string Text = """
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
          - id: surat
            naskah: Surat permohonan
            judul: { id: Surat permohonan, en: Letter of request }
            bentuk: asli
            jika: { jumlah: banyak }
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
}
