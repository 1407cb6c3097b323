using Dukcapil.Bot.Core.Conversations;
using Dukcapil.Bot.Tests.Fixtures;

namespace Dukcapil.Bot.Tests.Deadlines;

/// <summary>The one reminder to somebody who stopped in the middle of an application.</summary>
public sealed class IdleDraftTests(HastyBot app) : IClassFixture<HastyBot>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_stopped_in_the_middle_is_reminded_once_and_goes_on_with_any_answer()
    {
        var (stopped, busy, done) = (app.NewPhone(), app.NewPhone(), app.NewPhone());
        foreach (var phone in (SimulatedPhone[])[stopped, busy])
            foreach (var line in (string[])["ktp saya hilang", "ya", "ya", "saya sendiri"]) await phone.AskAsync(line);
        await done.AskAsync("halo");
        await SilentAsync(stopped, 4);
        await SilentAsync(done, 4);
        await SilentAsync(busy, 1);

        (await app.Get<IdleDrafts>().RunAsync(Cancel)).ShouldBe(1);
        (await app.Get<IdleDrafts>().RunAsync(Cancel)).ShouldBe(0);

        (await stopped.NextAsync()).Body.ShouldStartWith("Permohonan yang tadi Anda isi belum selesai.");
        (await stopped.AskAsync("Sri Mulyani")).ShouldContain("Kita lanjutkan: langkah 4 dari 6");
        await SilentAsync(stopped, 5);
        (await app.Get<IdleDrafts>().RunAsync(Cancel)).ShouldBe(0, "not again within a week");
    }

    [Fact]
    public async Task Complaint_that_was_not_sent_is_reminded_once_and_its_words_are_offered()
    {
        var (left, sent) = (app.NewPhone(), app.NewPhone());
        foreach (var phone in (SimulatedPhone[])[left, sent]) await phone.AskAsync("diminta uang 200rb sama calo");
        await left.AskAsync("menu");
        await sent.AskAsync("cukup");
        (await sent.AskAsync("tidak")).ShouldContain("kami terima dengan nomor");
        foreach (var phone in (SimulatedPhone[])[left, sent]) await SilentAsync(phone, 4);

        (await app.Get<IdleDrafts>().RunAsync(Cancel)).ShouldBe(1);
        (await left.NextAsync()).Body.ShouldStartWith("Laporan pengaduan yang tadi Anda tulis belum dikirim.");
        (await left.AskAsync("pengaduan")).ShouldContain("diminta uang 200rb sama calo");
    }

    private async Task SilentAsync(SimulatedPhone phone, int hours) =>
        await app.ExecuteAsync($"update conversations set last_input_at = now() - interval '{hours} hours' "
            + $"where address_id = {await app.AddressOfAsync(phone)}");
}
