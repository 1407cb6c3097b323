using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Dukcapil.Bot.Web.Pages;

/// <summary>Says in words why there is no page. Nothing of the fault itself is shown.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken(Order = 1001)]
public sealed class ErrorModel : PageModel
{
    /// <summary>The status code. Read by hand: where the form is what is wrong, nothing can be bound.</summary>
    public int Code => int.TryParse(RouteData.Values["code"] as string, NumberStyles.None, CultureInfo.InvariantCulture, out var code)
        && code is >= 400 and <= 599
        ? code
        : StatusCodes.Status404NotFound;

    /// <summary>What is wrong.</summary>
    public string Heading => Words.Heading;

    /// <summary>What to do.</summary>
    public string Advice => Words.Advice;

    /// <summary>The page to open anew, without what was wrong about its address; null when it is not that.</summary>
    public string? Again => Code == StatusCodes.Status400BadRequest
        && HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is { OriginalPath: { } path }
        && !path.Contains('\0') ? path : null;

    private (string Heading, string Advice) Words => Code switch
    {
        400 => (
            "Permintaan itu tidak dapat dibaca",
            "Mungkin halamannya terbuka terlalu lama, atau Anda keluar atau masuk di tab lain. "
            + "Belum ada yang dilakukan; buka halamannya lagi."),
        403 => ("Halaman ini bukan untuk meja Anda", "Bila Anda memerlukannya untuk bekerja, hubungi pengelola sistem."),
        404 => ("Tidak ditemukan", "Halaman atau permohonan itu tidak ada. Periksa nomornya, atau cari lewat kotak pencarian."),
        405 => ("Tidak ditemukan", "Alamat itu tidak menerima permintaan seperti ini. Buka halamannya dari menu."),
        413 => ("Berkas terlalu besar", "Foto atau berkas paling besar 10 MB. Perkecil dahulu, lalu unggah lagi."),
        429 => ("Terlalu banyak percobaan", "Tunggu sekitar satu menit, lalu coba lagi."),
        503 => (
            "Sistem sedang terganggu",
            "Basis data belum dapat dihubungi. Perubahan terakhir mungkin belum tersimpan; coba lagi sebentar lagi."),
        _ => (
            "Ada gangguan pada sistem",
            "Perubahan terakhir mungkin belum tersimpan. Muat ulang halamannya; bila terjadi lagi, hubungi pengelola sistem."),
    };

    public void OnGet() => Show();

    public void OnPost() => Show();

    public void OnOptions() => Show();

    private void Show() => Response.StatusCode = Code;
}
