using Dukcapil.Bot.Core.MessageOperations;
using Dukcapil.Bot.Core.Messaging.Incidents;
using Microsoft.Extensions.DependencyInjection;

namespace Dukcapil.Bot.Tests.Pages;

public sealed class MessagesActionTests(StaffOffice office) : IClassFixture<StaffOffice>
{
    private readonly MessageShelf _shelf = new(office);

    [Fact]
    public async Task Who_only_reads_sees_no_buttons_and_is_refused()
    {
        var id = await _shelf.WriteAsync(await _shelf.ResidentAsync("+6281300000001"), "failed", "Satu", 63003);
        using var kasi = await office.SignedInAsync("kasi");

        var page = await kasi.GetAsync($"/pesan/{id}");
        var refused = await kasi.SubmitAsync(page, $"/pesan/{id}?handler=Resend");

        page.Handlers.ShouldBe(["Read"]);
        refused.Location.ShouldNotBeNull().ShouldContain("/galat/403");
        (await _shelf.StatusAsync(id)).ShouldBe("failed");
    }

    [Fact]
    public async Task Parked_message_that_two_administrators_replay_is_handled_once()
    {
        var phone = office.NewPhone();
        var id = await _shelf.ParkAsync(await _shelf.ResidentAsync(phone.Number), "menu");
        using var first = await office.SignedInAsync("kadis");
        using var second = await office.SignedInAsync("kadis");
        var page = $"/pesan/masuk/{id}";

        await Task.WhenAll(first.SubmitAsync(page, "Replay"), second.SubmitAsync(page, "Replay"));
        await phone.NextAsync();
        await first.SubmitAsync(page, "Replay");

        (await first.GetAsync(page)).Text.ShouldContain("sudah tidak tertahan");
        (await office.ReadAsync<long>($"select count(*) from message_acts where inbox_id = {id} and act = 'replay'")).ShouldBe(1);
        (await office.ReadAsync<string>($"select status from inbox where id = {id}")).ShouldBe("handled");
    }

    [Fact]
    public async Task All_parked_messages_are_replayed_by_one_click()
    {
        var phones = new[] { office.NewPhone(), office.NewPhone() };
        foreach (var phone in phones) await _shelf.ParkAsync(await _shelf.ResidentAsync(phone.Number), "menu");
        using var kadis = await office.SignedInAsync("kadis");

        (await kadis.GetAsync("/pesan")).Text.ShouldContain("pesan penduduk tertahan");
        await kadis.SubmitAsync("/pesan", "ReplayAll");

        foreach (var phone in phones) (await phone.NextAsync()).Body.ShouldNotBeEmpty();
        (await kadis.GetAsync("/pesan?arah=masuk&keadaan=tertahan")).Text.ShouldContain("Tidak ada pesan yang cocok");
    }

    [Fact]
    public async Task Unknown_message_is_not_sent_again_before_it_is_settled()
    {
        var id = await _shelf.WriteAsync(await _shelf.ResidentAsync("+6281300000002"), "unknown", "Satu");
        using var kadis = await office.SignedInAsync("kadis");
        var page = await kadis.GetAsync($"/pesan/{id}");

        await kadis.SubmitAsync(page, $"/pesan/{id}?handler=Resend");

        page.Handlers.ShouldBe(["Close", "Read", "Reconcile"]);
        (await kadis.GetAsync($"/pesan/{id}")).Text.ShouldContain("Belum pasti apakah penyedia sudah menerima pesan ini.");
        (await _shelf.StatusAsync(id)).ShouldBe("unknown");
        await kadis.SubmitAsync($"/pesan/{id}", "Reconcile");
        (await kadis.GetAsync($"/pesan/{id}")).Text.ShouldContain("Diminta dicocokkan");
    }

    [Fact]
    public async Task Failed_message_is_sent_again_once_and_its_life_tells_who_asked()
    {
        var phone = office.NewPhone();
        var id = await _shelf.WriteAsync(await _shelf.ResidentAsync(phone.Number), "failed", "Kabar yang gagal.", 63018);
        using var kadis = await office.SignedInAsync("kadis");
        var shown = await kadis.GetAsync($"/pesan/{id}");

        await kadis.SubmitAsync(shown, $"/pesan/{id}?handler=Resend");
        (await phone.NextAsync()).Body.ShouldBe("Kabar yang gagal.");
        await kadis.SubmitAsync(shown, $"/pesan/{id}?handler=Resend");

        (await phone.ChatAsync()).Count(message => message.Body == "Kabar yang gagal.").ShouldBe(1);
        (await kadis.GetAsync($"/pesan/{id}")).Text.ShouldContain("Diminta dikirim ulang");
        (await office.ReadAsync<int>($"select cardinality(failed_sids) from outbox where id = {id}")).ShouldBe(1);
        (await office.ReadAsync<long>($"select count(*) from message_acts where outbox_id = {id}")).ShouldBe(1);
    }

    [Fact]
    public async Task Message_is_closed_only_with_a_reason_which_stays_in_its_life()
    {
        var id = await _shelf.WriteAsync(await _shelf.ResidentAsync("+6281300000003"), "unknown", "Satu");
        using var kadis = await office.SignedInAsync("kadis");

        await kadis.SubmitAsync($"/pesan/{id}", "Close", ("reason", " "));
        (await kadis.GetAsync($"/pesan/{id}")).Text.ShouldContain("Mohon tuliskan alasannya.");
        (await _shelf.StatusAsync(id)).ShouldBe("unknown");
        await kadis.SubmitAsync($"/pesan/{id}", "Close", ("reason", "Sudah ditelepon."));

        (await _shelf.StatusAsync(id)).ShouldBe("skipped");
        (await kadis.GetAsync($"/pesan/{id}")).Text.ShouldContain("Ditutup pengelola: Sudah ditelepon.");
    }

    [Fact]
    public async Task Incident_of_parked_messages_opens_and_closes_by_itself()
    {
        var watch = office.Services.GetRequiredService<MessageWatch>();
        var book = office.Services.GetRequiredService<IncidentBook>();
        var id = await _shelf.ParkAsync(await _shelf.ResidentAsync("+6281300000004"), "menu");

        await watch.RunAsync(TestContext.Current.CancellationToken);
        await watch.RunAsync(TestContext.Current.CancellationToken);
        (await book.ListOpenAsync(TestContext.Current.CancellationToken)).Count(incident => incident.Kind == IncidentKinds.Parked)
            .ShouldBe(1);
        using var kadis = await office.SignedInAsync("kadis");
        await kadis.SubmitAsync($"/pesan/masuk/{id}", "Close", ("reason", "Salah sambung."));
        await watch.RunAsync(TestContext.Current.CancellationToken);

        (await book.ListOpenAsync(TestContext.Current.CancellationToken)).ShouldNotContain(
            incident => incident.Kind == IncidentKinds.Parked);
    }
}
