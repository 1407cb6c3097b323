using Dukcapil.Bot.Tests.Fixtures;

namespace Dukcapil.Bot.Tests.Journeys;

/// <summary>A resident's way from the first word to a case number, through webhook, database and outbox.</summary>
public sealed class IntakeJourneyTests(BotApp app) : IClassFixture<BotApp>
{
    [Fact]
    public async Task Resident_who_lost_the_card_gets_a_case_number_and_sees_the_status()
    {
        var phone = app.NewPhone();
        (await phone.AskAsync("halo")).ShouldContain("Selamat datang");
        (await phone.AskAsync("ktp saya hilang")).ShouldContain("Surat keterangan kehilangan dari kepolisian");
        (await phone.AskAsync("ya")).ShouldContain("Apakah Anda setuju?");
        (await phone.AskAsync("ya")).ShouldContain("untuk siapa");
        await phone.AskAsync("saya sendiri");
        await phone.AskAsync("Budi Santoso");
        await phone.AskAsync("3672011708959901");
        await phone.AskAsync("3672012503199901");
        await phone.AskAsync("hilang");
        (await phone.AskAsync("belum kawin")).ShouldContain("➖ 1. KTP-el yang rusak (tidak berlaku)");
        (await phone.ShowAsync()).ShouldContain("✅ 2.");
        (await phone.AskAsync("loket semua")).ShouldContain("🏢 4.");
        (await phone.AskAsync("lanjut")).ShouldContain("367201********01");
        (await phone.AskAsync("benar dan kirim")).ShouldContain("26-");
        (await phone.AskAsync("status")).ShouldContain("Diajukan");
    }
}
