using Dukcapil.Bot.Alur;

namespace Dukcapil.Bot.Core.Content;

/// <summary>How the identity data of an alur is called in conversations, and how it is recognised.</summary>
public static class IdentityFields
{
    /// <summary>The name under which a conversation keeps it.</summary>
    public static string Name(IdentityField field) => field switch
    {
        IdentityField.Nama => "nama",
        IdentityField.Nik => "nik",
        IdentityField.Kk => "kk",
        IdentityField.TanggalLahir => "tanggal-lahir",
        IdentityField.Kelurahan => "kelurahan",
        IdentityField.Sponsor => "sponsor",
        IdentityField.KontakSponsor => "kontak-sponsor",
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "This identity field has no name."),
    };

    /// <summary>The recogniser for it. A sponsor is mostly a company, whose name may hold digits: any text will do.</summary>
    internal static string Recognizer(IdentityField field) => field switch
    {
        IdentityField.Nama => "name",
        IdentityField.Nik => "nik",
        IdentityField.Kk => "kk",
        IdentityField.TanggalLahir => "date",
        IdentityField.Kelurahan => "kelurahan",
        IdentityField.KontakSponsor => "phone",
        _ => "text",
    };
}
