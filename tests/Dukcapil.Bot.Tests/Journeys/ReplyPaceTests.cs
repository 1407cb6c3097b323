using Dukcapil.Bot.Core.Messaging.Outbox;
using Dukcapil.Bot.Tests.Fixtures;

namespace Dukcapil.Bot.Tests.Journeys;

/// <summary>How long a resident waits for an answer that is held back on purpose.</summary>
public sealed class ReplyPaceTests(BotApp app) : IClassFixture<BotApp>
{
    [Fact]
    public async Task Answer_to_a_photo_comes_when_its_hold_ends()
    {
        var phone = app.NewPhone();
        string[] intake =
        [
            "halo", "ktp saya hilang", "ya", "ya", "saya sendiri", "Eka Putra", "3672011708959901", "3672012503199901", "hilang",
            "belum kawin",
        ];
        foreach (var said in intake)
            await phone.AskAsync(said);
        var sent = TimeProvider.System.GetTimestamp();
        (await phone.ShowAsync()).ShouldContain("✅ 2.");
        // Two seconds of room for a busy machine; without a wake-up of its own the answer would come seconds later still.
        TimeProvider.System.GetElapsedTime(sent).ShouldBeLessThan(new OutboxOptions().FoldDelay + TimeSpan.FromSeconds(2));
    }
}
