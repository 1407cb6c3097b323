using Dukcapil.Bot.Core.Messaging.Incidents;
using Dukcapil.Bot.Core.Messaging.Outbox;
using Dukcapil.Bot.Core.Messaging.Templates;
using Dukcapil.Bot.Simulator.Faults;
using Dukcapil.Bot.Tests.Fixtures;

namespace Dukcapil.Bot.Tests.Sending;

/// <summary>Messages to residents who have not written for 24 hours.</summary>
public sealed class ClosedWindowTests(HastyBot app) : IClassFixture<HastyBot>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task News_to_an_open_window_goes_as_it_is_written()
    {
        var phone = app.NewPhone();
        await phone.AskAsync("halo");
        await app.TellAsync(phone, "Berkas sudah diperiksa.\n\nBerikutnya operator.");
        (await phone.NextAsync()).Body.ShouldBe("Berkas sudah diperiksa.\n\nBerikutnya operator.");
    }

    [Fact]
    public async Task News_to_a_closed_window_goes_as_an_approved_template_in_one_line()
    {
        await app.TemplatesAreApprovedAsync();
        var phone = await app.SilentPhoneAsync();
        await app.TellAsync(phone, "Berkas sudah diperiksa.\n\nBerikutnya operator.");
        await app.PassTimeAsync(phone);
        (await phone.NextAsync()).Body.ShouldBe(
            $"Kabar permohonan Anda dengan nomor {News.Number} di Disdukcapil Kota Cilegon: Berkas sudah diperiksa. Berikutnya operator. "
            + "Balas pesan ini bila Anda ingin bertanya.");
    }

    [Fact]
    public async Task News_close_together_becomes_one_message_with_the_newest_state_and_the_count()
    {
        await app.TemplatesAreApprovedAsync();
        var phone = await app.SilentPhoneAsync();
        foreach (var text in (string[])["Diperiksa.", "Diteruskan.", "Dicetak."]) await app.TellAsync(phone, text);
        await app.PassTimeAsync(phone);
        (await phone.NextAsync()).Body.ShouldStartWith($"Ada 3 kabar tentang permohonan Anda dengan nomor {News.Number}");
        var pushes = (await app.OutboxOfAsync(phone)).Where(message => message.Kind == "push").ToList();
        pushes.Take(2).ShouldAllBe(message => message.Status == "skipped" && message.Reason == "digabung");
        (await phone.ShownAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Requests_for_papers_are_never_folded()
    {
        await app.TemplatesAreApprovedAsync();
        var phone = await app.SilentPhoneAsync();
        await app.TellAsync(phone, "Kartu Keluarga kurang jelas.", TemplateTopics.Paper);
        await app.TellAsync(phone, "Akta kelahiran terpotong.", TemplateTopics.Paper);
        (await phone.NextAsync()).Body.ShouldContain("Kartu Keluarga kurang jelas. Balas pesan ini dengan fotonya.");
        (await phone.NextAsync()).Body.ShouldContain("Akta kelahiran terpotong.");
    }

    [Fact]
    public async Task Text_that_fails_because_the_window_was_closed_is_sent_once_more_as_a_template()
    {
        await app.TemplatesAreApprovedAsync();
        var phone = app.NewPhone();
        await phone.AskAsync("halo");
        app.Break(phone, FaultKind.WindowClosed);
        await app.TellAsync(phone, "Dicetak.");
        var push = await app.PushAsync(phone, message => message.Status.ShouldBe("delivered"));
        push.Attempts.ShouldBe(2);
        (await phone.ShownAsync())[^1].ShouldContain("Dicetak. Balas pesan ini");
        (await app.ReadAsync<string>($"select string_agg(status, ' ' order by id) from outbox_history where outbox_id = {push.Id}"))
            .ShouldContain("pending");
    }

    [Fact]
    public async Task Push_without_a_template_for_its_kind_is_skipped_with_the_reason()
    {
        var phone = await app.SilentPhoneAsync();
        await app.TellAsync(phone, "Apa saja.", "undangan");
        (await app.PushAsync(phone, message => message.Status.ShouldBe("skipped"))).Reason!.ShouldContain("tidak ada templat");
    }

    [Fact]
    public async Task Paused_template_holds_its_messages_with_an_incident_until_it_is_approved_again()
    {
        await app.TemplatesAreApprovedAsync();
        var phone = await app.SilentPhoneAsync();
        await app.DecideAsync("berkas_perlu_diganti_id", "paused");
        (await app.Get<IncidentBook>().ListOpenAsync(Cancel)).ShouldContain(
            incident => incident.Kind == IncidentKinds.Template && incident.Subject == "berkas_perlu_diganti (id)");
        await app.TellAsync(phone, "Foto buram.", TemplateTopics.Paper);
        var held = await app.PushAsync(phone, message => message.Reason.ShouldNotBeNull());
        (held.Status, held.Attempts).ShouldBe(("pending", 0));
        await app.DecideAsync("berkas_perlu_diganti_id", "approved");
        (await app.Get<IncidentBook>().ListOpenAsync(Cancel)).ShouldNotContain(incident => incident.Subject == "berkas_perlu_diganti (id)");
        await app.PassTimeAsync(phone);
        (await phone.NextAsync()).Body.ShouldContain("Foto buram.");
    }

    [Fact]
    public async Task Staff_can_see_how_long_the_window_stays_open()
    {
        var phone = app.NewPhone();
        await phone.AskAsync("halo");
        var now = TimeProvider.System.GetUtcNow();
        var open = await app.Get<ResidentWindows>().ReadAsync(await app.AddressOfAsync(phone), Cancel);
        open.TimeLeft(now).ShouldBeInRange(TimeSpan.FromHours(23.9), TimeSpan.FromHours(24));
        open.IsOpen(now.AddHours(24)).ShouldBeFalse();
        new WindowState(null).IsOpen(now).ShouldBeFalse();
    }
}
