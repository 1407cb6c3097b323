namespace Dukcapil.Bot.Load.Residents;

/// <summary>A whole visit: from the greeting to a case number and its status, papers brought to the counter.</summary>
internal static class IntakeScript
{
    /// <summary>What is written, and a part of the one message that answers it.</summary>
    private static readonly (Func<Resident, string> Say, string Answer)[] Steps =
    [
        (_ => "halo", "Selamat datang"),
        (_ => "ktp saya hilang", "Surat keterangan kehilangan"),
        (_ => "ya", "Apakah Anda setuju"),
        (_ => "ya", "untuk siapa"),
        (_ => "saya sendiri", "nama lengkap"),
        (_ => "Budi Santoso", "NIK"),
        (resident => resident.Nik, "nomor KK"),
        (resident => resident.FamilyCard, "status perkawinan"),
        (_ => "belum kawin", "Sekarang berkasnya"),
        (_ => "loket semua", "sudah lengkap"),
        (_ => "lanjut", "Mohon diperiksa"),
        (_ => "benar dan kirim", "sudah kami terima"),
        (_ => "status", "Diajukan"),
    ];

    public static int Length => Steps.Length;

    public static string Text(Resident resident, int step) => Steps[step].Say(resident);

    public static bool Answers(int step, string text) => text.Contains(Steps[step].Answer, StringComparison.Ordinal);
}
