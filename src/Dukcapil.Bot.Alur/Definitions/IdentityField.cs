namespace Dukcapil.Bot.Alur;

/// <summary>Identity data that an alur can ask for.</summary>
public enum IdentityField
{
    /// <summary>Full name.</summary>
    Nama,

    /// <summary>NIK, 16 digits; not asked where the resident cannot have one yet.</summary>
    Nik,

    /// <summary>No. KK, 16 digits.</summary>
    Kk,

    /// <summary>Birth date.</summary>
    TanggalLahir,

    /// <summary>Kelurahan of residence, one of 43.</summary>
    Kelurahan,

    /// <summary>Name of the sponsor.</summary>
    Sponsor,

    /// <summary>Telephone of the sponsor.</summary>
    KontakSponsor,
}
