using Dukcapil.Bot.Core.Information.Complaints;

namespace Dukcapil.Bot.Web.Pages.Information;

/// <summary>Words of the pages on complaints (<c>docs/istilah.md</c>).</summary>
public static class ComplaintWords
{
    /// <summary>The tabs: the word in the address, what it shows, its title.</summary>
    public static IReadOnlyList<(string Slug, ComplaintState? State, string Title)> Tabs { get; } =
    [
        ("", null, "Belum selesai"), ("baru", ComplaintState.New, "Baru"), ("ditangani", ComplaintState.Taken, "Ditangani"),
        ("dijawab", ComplaintState.Answered, "Dijawab"), ("selesai", ComplaintState.Closed, "Selesai"),
    ];

    /// <summary>Where a complaint stands.</summary>
    public static string State(ComplaintState state) => Tabs.First(tab => tab.State == state).Title;

    /// <summary>The colour that goes with it; the word always stands beside it.</summary>
    public static string Colour(ComplaintState state) => state switch
    {
        ComplaintState.New => "bg-blue-lt",
        ComplaintState.Taken => "bg-azure-lt",
        ComplaintState.Answered => "bg-green-lt",
        _ => "bg-secondary-lt",
    };

    /// <summary>What happened.</summary>
    public static string Action(string action) => action switch
    {
        "made" => "Pengaduan masuk",
        "taken" => "Ditangani",
        "answered" => "Dijawab",
        "closed" => "Ditutup",
        _ => "Dibuka kembali oleh penduduk",
    };
}
