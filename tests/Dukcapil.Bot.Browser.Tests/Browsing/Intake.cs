using Dukcapil.Bot.Tests.Fixtures;

namespace Dukcapil.Bot.Browser.Tests.Browsing;

/// <summary>Puts a case on the petugas' desk through chat, without a browser, for tests that are about what comes after.</summary>
public static class Intake
{
    // Each case its own person: a second open case of the same person would be refused.
    private static int _people = 9910;

    /// <summary>Applies for a lost card, with a photo of each paper, and returns the case number.</summary>
    public static async Task<string> ApplyAsync(this SimulatedPhone phone, string name)
    {
        string[] words =
        [
            "halo", "ktp saya hilang", "ya", "ya", "saya sendiri", name, $"367201170895{Interlocked.Increment(ref _people)}",
            "3672012503199901", "hilang", "belum kawin",
        ];
        foreach (var said in words) await phone.AskAsync(said);
        foreach (var paper in (string[])["2", "3", "4"]) await phone.SendPhotosAsync(caption: paper);
        await phone.NextAsync();
        await phone.AskAsync("lanjut");
        var answer = await phone.AskAsync("benar dan kirim");
        return answer.Split('*')[1];
    }
}
