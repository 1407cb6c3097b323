using System.Globalization;
using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Content;
using Dukcapil.Bot.Dialogs.Recognizers;

namespace Dukcapil.Bot.Web.Pages.Counter;

/// <summary>One identity field of a walk-in case. It accepts what the same question accepts in chat.</summary>
/// <param name="Field">Which.</param>
/// <param name="Name">Name of the form field, as in alur files.</param>
/// <param name="Label">What is asked.</param>
/// <param name="Recognizer">Name of the recogniser that reads it.</param>
/// <param name="Mode">The keyboard a phone shows.</param>
public sealed record IdentityInput(IdentityField Field, string Name, string Label, string Recognizer, string Mode)
{
    private static readonly IdentityInput[] All =
    [
        new(IdentityField.Nama, "nama", "Nama lengkap", "name", "text"),
        new(IdentityField.Nik, "nik", "NIK", "nik", "numeric"),
        new(IdentityField.Kk, "kk", "No. KK", "kk", "numeric"),
        new(IdentityField.TanggalLahir, "tanggal-lahir", "Tanggal lahir", "date", "text"),
        new(IdentityField.Kelurahan, "kelurahan", "Kelurahan", "kelurahan", "text"),
        new(IdentityField.Sponsor, "sponsor", "Nama sponsor", "text", "text"),
        new(IdentityField.KontakSponsor, "kontak-sponsor", "Telepon sponsor", "phone", "tel"),
    ];

    /// <summary>How a field is asked.</summary>
    public static IdentityInput For(IdentityField field) => Array.Find(All, input => input.Field == field)!;

    /// <summary>Reads what was typed: the value to store, or the key of the sentence that says what is wrong.</summary>
    public (string? Value, string? Problem) Read(string? typed, DateOnly today)
    {
        var read = RecognizerSet.All[Recognizer].Recognize(typed ?? "", new RecognizerContext(Language.Id, today));
        return read.Value is null ? (null, read.Problem ?? "pengenal.kelurahan.tidak_ada") : (read.Value, null);
    }

    /// <summary>The stored text of a birth date as a date.</summary>
    public static DateOnly? Date(string? value) =>
        value is null ? null : DateOnly.ParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
