using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Dukcapil.Bot.Web.Pages;

/// <summary>Says in words why there is no page. Nothing of the fault itself is shown.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
public sealed class ErrorModel : PageModel
{
    /// <summary>The status code.</summary>
    [BindProperty(SupportsGet = true)]
    public int Code { get; set; }

    /// <summary>What is wrong.</summary>
    public string Heading => Words.Heading;

    /// <summary>What to do.</summary>
    public string Advice => Words.Advice;

    private (string Heading, string Advice) Words => Code switch
    {
        400 => ("Formulir tidak dapat dibaca", "Mungkin halaman terbuka terlalu lama. Kembali ke halaman sebelumnya, muat ulang, lalu coba lagi."),
        403 => ("Halaman ini bukan untuk meja Anda", "Bila Anda memerlukannya untuk bekerja, hubungi pengelola sistem."),
        404 => ("Tidak ditemukan", "Halaman atau permohonan itu tidak ada. Periksa nomornya, atau cari lewat kotak pencarian."),
        413 => ("Berkas terlalu besar", "Foto atau berkas paling besar 10 MB. Perkecil dahulu, lalu unggah lagi."),
        429 => ("Terlalu banyak percobaan", "Tunggu sekitar satu menit, lalu coba lagi."),
        _ => ("Ada gangguan pada sistem", "Perubahan terakhir mungkin belum tersimpan. Muat ulang halamannya; bila terjadi lagi, hubungi pengelola sistem."),
    };

    public void OnGet() => Show();

    public void OnPost() => Show();

    private void Show()
    {
        if (Code is < 400 or > 599) Code = 404;
        Response.StatusCode = Code;
    }
}
