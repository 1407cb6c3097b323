using Dukcapil.Bot.Core.Reminders.Register;
using Dukcapil.Bot.Dialogs.Recognizers;
using Dukcapil.Bot.Web.Pages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Dukcapil.Bot.Web.Pages.Reminders.Register;

/// <summary>
/// The register of people not yet recorded for KTP-el: how many, where and of which age, and the way to one of them by NIK. A NIK never
/// stands in an address.
/// </summary>
[Authorize(Policy = StaffPages.CounterPolicy)]
public sealed class RegisterModel(RegisterStatistics figures, PeopleReader people, IOptions<RegisterOptions> options) : PageModel
{
    private const string Elsewhere = "luar";

    /// <summary>Code of the kelurahan whose ages are shown, <c>luar</c> for people of none; empty for everybody.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Kelurahan { get; set; }

    /// <summary>Every kelurahan with people of the register, in the order of the code list; people of none come last.</summary>
    public IReadOnlyList<KelurahanStatistics> Places { get; private set; } = [];

    /// <summary>Ages of those who are due.</summary>
    public IReadOnlyList<AgeGroupStatistics> Ages { get; private set; } = [];

    /// <summary>Days before their 17th birthday from which people count.</summary>
    public int AheadDays => options.Value.AheadDays;

    /// <summary>Everybody.</summary>
    public KelurahanStatistics Total => new(
        null, Places.Sum(place => place.Due), Places.Sum(place => place.Unrecorded), Places.Sum(place => place.Recorded),
        Places.Sum(place => place.Died), Places.Sum(place => place.Moved));

    /// <summary>Whose ages are shown.</summary>
    public string Title => Kelurahan is null ? "semua kelurahan" : NameOf(Kelurahan == Elsewhere ? null : Kelurahan);

    /// <summary>Name of a kelurahan.</summary>
    public static string NameOf(string? code) => code is null ? "Luar kota atau tidak dikenali" : Wilayah.Find(code)?.Name ?? code;

    /// <summary>Name of its kecamatan; empty for none.</summary>
    public static string KecamatanOf(string? code) => code is null ? "" : Wilayah.Find(code)?.Kecamatan ?? "";

    /// <summary>The word of a kelurahan in an address.</summary>
    public static string SlugOf(string? code) => code ?? Elsewhere;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Places = (await figures.ByPlaceAsync(cancellationToken)).OrderBy(place => place.Code ?? "~", StringComparer.Ordinal).ToList();
        Ages = await figures.ByAgeAsync(Kelurahan == Elsewhere ? "" : Kelurahan, cancellationToken);
    }

    public async Task<IActionResult> OnPostFindAsync(string? nik, CancellationToken cancellationToken)
    {
        var digits = string.Concat((nik ?? "").Where(char.IsAsciiDigit));
        var problem = digits.Length != NikRules.Length ? "NIK terdiri dari 16 angka." : null;
        if (problem is null && await people.FindAsync(digits, cancellationToken) is { } id) return LocalRedirect($"/perekaman/{id}");
        TempData.Refuse(problem ?? "NIK itu tidak ada di daftar belum perekaman.");
        return LocalRedirect("/perekaman");
    }
}
