using Dukcapil.Bot.Content;

namespace Dukcapil.Bot.Alur.Tests;

/// <summary>A small alur without fault, to be spoilt line by line.</summary>
internal static class SampleAlur
{
    internal const string Path = "alur/contoh.yaml";

    internal const string Text = """
        alur: contoh
        urutan: 9
        judul: { id: Contoh, en: Sample }
        ringkasan: { id: Hanya contoh., en: Only a sample. }
        naskah: [ALUR CONTOH]
        mencetak: [KK]
        penerima: penduduk
        data: [nama, nik]
        pertanyaan:
          - id: nikah
            tanya: { id: Sudah kawin?, en: Married? }
            pilihan:
              - { id: ya, judul: { id: Sudah, en: "Yes" } }
              - { id: belum, judul: { id: Belum, en: Not yet } }
          - id: cerai
            jika: { nikah: ya }
            tanya: { id: Pernah cerai?, en: Divorced? }
            pilihan:
              - { id: pernah, judul: { id: Pernah, en: "Yes" } }
              - { id: tidak, judul: { id: Tidak, en: "No" } }
        naskah-berkas: "1. Penduduk membawa berkas:"
        berkas:
          - id: kk
            naskah: Fotokopi KK
            judul: { id: Fotokopi KK, en: Copy of the KK }
            bentuk: fotokopi
          - id: buku
            naskah: Buku Nikah
            judul: { id: Buku nikah, en: Marriage book }
            bentuk: asli
            jika: { nikah: ya }
            petunjuk: { id: Halaman depan., en: The first page. }
        tindakan:
          - naskah: Menyerahkan berkas
            judul: { id: Serahkan berkas., en: Hand the papers over. }
        langkah:
          - id: periksa
            naskah: 2. Petugas
            peran: petugas
            judul: Periksa
            periksa-berkas: true
            tenggat: { jam: 8 }
            tugas:
              - { id: t1, naskah: Menerima, jenis: kerja }
              - { id: t2, naskah: Memberikan tanda terima, jenis: tanda-terima }
            mulai: { id: "Mulai {nomor}.", en: "Begins {nomor}." }
            selesai: { id: "Diperiksa {nomor}.", en: "Checked {nomor}." }
          - id: serah
            naskah: 3. Petugas
            peran: petugas
            judul: Serah
            tugas:
              - { id: t3, naskah: Mengarsipkan, jenis: kerja }
              - { id: t4, naskah: Menyerahkan, jenis: penyerahan }
            selesai: { id: "Selesai {nomor}.", en: "Done {nomor}." }
        catatan:
          - id: aturan
            teks: { id: Aturan baru., en: New rule. }
            dasar: Perpres 96/2018
        """;

    internal static AlurDefinition Definition => Source(Text).Definition;

    internal static AlurSource Source(string text)
    {
        List<ContentProblem> problems = [];
        return AlurReader.Read(Path, text, problems) ?? throw new ContentException(problems);
    }

    /// <summary>The sample with one text replaced; the text must occur in it.</summary>
    internal static string With(string old, string replacement)
    {
        Text.ShouldContain(old);
        var at = Text.IndexOf(old, StringComparison.Ordinal);
        return string.Concat(Text.AsSpan(0, at), replacement, Text.AsSpan(at + old.Length));
    }

    /// <summary>Line (from 1) of the first occurrence of a text.</summary>
    internal static int LineOf(string text, string needle) =>
        text[..text.IndexOf(needle, StringComparison.Ordinal)].Count(c => c == '\n') + 1;
}
