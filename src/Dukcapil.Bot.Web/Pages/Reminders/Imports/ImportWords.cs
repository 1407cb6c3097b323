using Dukcapil.Bot.Core.Data.Tables;
using Dukcapil.Bot.Core.Reminders.Imports;
using Dukcapil.Bot.Core.Reminders.Imports.Records;

namespace Dukcapil.Bot.Web.Pages.Reminders.Imports;

/// <summary>Words of the pages for imports: how far they are, why a file or a row was not taken, and what to do.</summary>
public static class ImportWords
{
    /// <summary>How far an import is.</summary>
    public static string Phase(ImportPhase phase) => phase switch
    {
        ImportPhase.Reading => "Membaca berkas",
        ImportPhase.Asking => "Menunggu jawaban",
        ImportPhase.Merging => "Memperbarui daftar",
        ImportPhase.Done => "Selesai",
        ImportPhase.Cancelled => "Dibatalkan",
        ImportPhase.BrokenOff => "Terputus",
        _ => "Ditolak",
    };

    /// <summary>The colour that goes with it, as a Tabler class.</summary>
    public static string Colour(ImportPhase phase) => phase switch
    {
        ImportPhase.Reading or ImportPhase.Merging => "bg-blue-lt",
        ImportPhase.Asking => "bg-yellow-lt",
        ImportPhase.Done => "bg-green-lt",
        ImportPhase.Cancelled => "bg-secondary-lt",
        _ => "bg-red-lt",
    };

    /// <summary>Why an import changed nothing; null when it has, or may yet.</summary>
    public static string? Why(ImportRecord import)
    {
        ArgumentNullException.ThrowIfNull(import);
        return import.Phase switch
        {
            ImportPhase.Cancelled => "Dibatalkan. Daftar tidak berubah.",
            ImportPhase.BrokenOff => "Terputus sebelum selesai. Daftar tidak berubah; impor lagi berkas yang sama.",
            ImportPhase.Refused => $"{Refusal(import)} Daftar tidak berubah.",
            _ => null,
        };
    }

    /// <summary>Why a row was not taken.</summary>
    public static string Rejection(string code, string? detail) => code switch
    {
        RejectionCode.NikMissing => "NIK kosong.",
        RejectionCode.NikLength when detail is not null => $"NIK {detail} angka; harus 16.",
        RejectionCode.NikLength => "NIK tidak 16 angka.",
        RejectionCode.NikCharacters => "NIK berisi huruf atau tanda.",
        RejectionCode.NikRounded => "NIK dibulatkan oleh aplikasi lembar kerja. Jadikan kolomnya teks, lalu ekspor lagi.",
        RejectionCode.NikDate => "Tanggal lahir di dalam NIK tidak mungkin ada.",
        RejectionCode.NikSequence => "Empat angka terakhir NIK 0000.",
        RejectionCode.Repeated when detail is not null => $"NIK sudah ada di baris {detail}; baris itu yang dipakai.",
        RejectionCode.Repeated => "NIK sudah ada di baris sebelumnya; baris itu yang dipakai.",
        RejectionCode.NameMissing => "Nama kosong.",
        RejectionCode.NameUnreadable => "Nama berisi angka, tanpa huruf, atau lebih dari 100 huruf.",
        RejectionCode.BirthMissing => "Tanggal lahir kosong.",
        RejectionCode.BirthUnreadable => "Tanggal lahir tidak terbaca. Tulis seperti 31-12-2008.",
        RejectionCode.BirthDiffers => "Tanggal lahir berbeda dari tanggal di dalam NIK.",
        RejectionCode.BirthImpossible => "Tanggal lahir di masa depan atau lebih dari 120 tahun lalu.",
        RejectionCode.PhoneUnreadable => "Nomor telepon tidak terbaca. Tulis satu nomor, seperti 081234567890, atau kosongkan.",
        RejectionCode.PhoneNotMobile => "Nomor telepon rumah atau layanan tidak menerima WhatsApp. Tulis nomor ponsel, atau kosongkan.",
        RejectionCode.StatusUnknown => "Status tidak dikenal. Tulis belum, sudah, meninggal, atau pindah.",
        RejectionCode.MarriedUnknown =>
            "Status kawin tidak dikenal. Tulis ya atau tidak, atau belum kawin, kawin, cerai hidup, cerai mati.",
        RejectionCode.Foreigner => "Bukan WNI: perekaman orang asing punya alur sendiri.",
        _ => "Nilainya lebih banyak daripada judul kolom: periksa pemisah dan tanda kutip.",
    };

    /// <summary>Why a file of rows cannot be read.</summary>
    public static string Spreadsheet(TableProblem problem) => problem switch
    {
        TableProblem.TooLarge => "Berkas ini lebih besar daripada yang diizinkan. Bagi menjadi beberapa berkas.",
        TableProblem.SeveralSheets =>
            "Beberapa lembar (sheet) berkas Excel ini berisi baris. Simpan lembar yang dimaksud sebagai berkas sendiri.",
        _ => "Ini bukan berkas CSV atau Excel (.xlsx) yang utuh. Simpan dahulu sebagai .xlsx atau CSV dari aplikasi lembar kerja.",
    };

    private static string Refusal(ImportRecord import) => import.Refusal switch
    {
        ImportRefusal.Empty => "Berkas ini tidak berisi baris data.",
        ImportRefusal.MissingColumn => $"Kolom {import.RefusalDetail} tidak ada. "
            + "Berkas harus punya baris judul kolom: NIK, nama, tanggal lahir, telepon, kelurahan, status.",
        ImportRefusal.DoubleColumn => $"Ada dua kolom dengan arti yang sama; yang kedua berjudul {import.RefusalDetail}. Hapus salah satu.",
        ImportRefusal.NotText => Spreadsheet(TableProblem.NoSpreadsheet),
        ImportRefusal.OpenQuote => $"Tanda kutip yang dibuka pada baris {import.RefusalLine} tidak ditutup.",
        ImportRefusal.TooLarge => Spreadsheet(TableProblem.TooLarge),
        ImportRefusal.SeveralSheets => Spreadsheet(TableProblem.SeveralSheets),
        ImportRefusal.RoundedNumbers => "Semua NIK berakhir dengan 0: aplikasi lembar kerja membulatkannya. "
            + "Jadikan kolom NIK teks, lalu ekspor lagi dari sistem asalnya.",
        _ => "Ada gangguan sistem. Coba lagi; bila terulang, hubungi pengelola.",
    };
}
