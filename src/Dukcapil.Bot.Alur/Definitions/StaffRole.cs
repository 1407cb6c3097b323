namespace Dukcapil.Bot.Alur;

/// <summary>The desks of the office, as the procedures name them (<c>docs/aturan-kantor.md</c> "Desks").</summary>
public enum StaffRole
{
    /// <summary>Petugas Pelayanan Pendaftaran Penduduk: the counter officer.</summary>
    Petugas,

    /// <summary>Operator Dinas: enters data, records biometrics and prints.</summary>
    Operator,

    /// <summary>Kepala Seksi: head of section.</summary>
    Kasi,

    /// <summary>Kepala Bidang: head of division.</summary>
    Kabid,

    /// <summary>Kepala Dinas: head of office.</summary>
    Kadis,
}
