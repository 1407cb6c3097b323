using Quartz;

namespace Dukcapil.Bot.Web.Pages.Jobs;

/// <summary>Words for the runs of jobs.</summary>
public static class JobWords
{
    /// <summary>What a run achieved.</summary>
    public static string Result(JobRunResult? result) => result switch
    {
        JobRunResult.Succeeded => "Berhasil",
        JobRunResult.Failed => "Gagal",
        JobRunResult.Cancelled => "Dihentikan",
        JobRunResult.Skipped => "Dilewati",
        _ => "Belum pernah",
    };

    /// <summary>The colour that goes with it; the word always stands beside it.</summary>
    public static string Colour(JobRunResult? result) => result switch
    {
        JobRunResult.Succeeded => "bg-green-lt",
        JobRunResult.Failed => "bg-red-lt",
        _ => "bg-secondary-lt",
    };
}
