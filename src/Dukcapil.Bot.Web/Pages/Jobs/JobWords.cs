namespace Dukcapil.Bot.Web.Pages.Jobs;

/// <summary>Words for the states of jobs.</summary>
public static class JobWords
{
    /// <summary>How far a job has come.</summary>
    public static string State(JobRun? run) => run?.State switch
    {
        null => "Belum pernah",
        "Succeeded" => "Berhasil",
        "Failed" => "Gagal",
        "Processing" => "Sedang berjalan",
        "Enqueued" => "Mengantre",
        "Scheduled" => "Menunggu",
        "Deleted" => "Dihapus",
        var other => other,
    };

    /// <summary>The colour that goes with it; the word always stands beside it.</summary>
    public static string Colour(JobRun? run) => run?.State switch
    {
        "Succeeded" => "bg-green-lt",
        "Failed" => "bg-red-lt",
        "Processing" or "Enqueued" => "bg-azure-lt",
        "Scheduled" => "bg-orange-lt",
        _ => "bg-secondary-lt",
    };
}
