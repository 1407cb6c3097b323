using System.Security.Claims;
using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Web.Security;

namespace Dukcapil.Bot.Web.Pages.Shared;

/// <summary>The menu at the top of every page of staff. A new page is one line here; who sees the line is who may open the page.</summary>
public static class SiteMenu
{
    private static readonly IReadOnlyList<SiteGroup> Groups =
    [
        new(null,
        [
            new("Daftar kerja", "/", _ => true),
            new("Tenggat", "/tenggat", _ => true),
            new("Antrean", "/loket", SeesLine),
            new("Jadwal", "/jadwal", SeesLine),
            new("Permohonan di loket", "/loket/baru", user => user.Desk() == StaffRole.Petugas),
        ]),
        new("Informasi",
        [
            new("Topik informasi", "/topik", _ => true),
            new("Jadwal keliling", "/kunjungan", _ => true),
            new("Pengaduan", "/pengaduan", SeesLine),
        ]),
        new("Perekaman",
        [
            new("Belum merekam", "/perekaman", SeesLine),
            new("Pengingat massal", "/kampanye", user => user.MayPlan()),
            new("Jawaban pengingat", "/kampanye/jawaban", SeesLine),
        ]),
        new("Sistem",
        [
            new("Pesan", "/pesan", user => user.MayPlan()),
            new("Pekerjaan sistem", "/pekerjaan", user => user.IsAdmin()),
        ]),
    ];

    /// <summary>The groups with the lines that an officer may open; groups without one are left out.</summary>
    public static IEnumerable<SiteGroup> For(ClaimsPrincipal user) =>
        Groups.Select(group => group with { Lines = group.Lines.Where(line => line.IsFor(user)).ToList() })
            .Where(group => group.Lines.Count > 0);

    /// <summary>
    /// The line that a page belongs to: the one whose path is the longest beginning of the page's; null for pages without a line.
    /// </summary>
    public static SiteLine? Of(PathString page) =>
        Groups.SelectMany(group => group.Lines)
            .Where(line =>
                page == line.Path || (line.Path != "/" && page.StartsWithSegments(line.Path, StringComparison.OrdinalIgnoreCase)))
            .MaxBy(line => line.Path.Length);

    private static bool SeesLine(ClaimsPrincipal user) => user.MayServe() || user.MayPlan();
}

/// <summary>Lines of the menu that stand together.</summary>
/// <param name="Title">What opens them; null when the lines stand in the bar itself.</param>
/// <param name="Lines">The lines, in order.</param>
public sealed record SiteGroup(string? Title, IReadOnlyList<SiteLine> Lines);

/// <summary>One line of the menu.</summary>
/// <param name="Title">What it says.</param>
/// <param name="Path">The page it opens.</param>
/// <param name="IsFor">Whether an officer sees it.</param>
public sealed record SiteLine(string Title, string Path, Func<ClaimsPrincipal, bool> IsFor);
