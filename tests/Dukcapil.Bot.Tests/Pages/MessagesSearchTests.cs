using Dukcapil.Bot.Core.Messaging.Incidents;
using Dukcapil.Bot.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;

namespace Dukcapil.Bot.Tests.Pages;

public sealed class MessagesSearchTests(StaffOffice office) : IClassFixture<StaffOffice>
{
    private readonly MessageShelf _shelf = new(office);

    [Theory]
    [InlineData("/pesan")]
    [InlineData("/pesan/1")]
    [InlineData("/pesan/masuk/1")]
    public async Task Messages_are_refused_to_the_counter(string page)
    {
        using var petugas = await office.SignedInAsync("petugas");

        (await petugas.GetAsync(page)).Location.ShouldNotBeNull().ShouldContain("/galat/403");
        (await petugas.GetAsync("/")).Html.ShouldNotContain("href=\"/pesan\"");
    }

    [Fact]
    public async Task Search_by_telephone_finds_exactly_that_resident_and_keeps_the_number_out_of_the_address()
    {
        var wanted = await _shelf.WriteAsync(await _shelf.ResidentAsync("+6281234567891"), "failed", "Satu", 63003);
        var other = await _shelf.WriteAsync(await _shelf.ResidentAsync("+6281234567890"), "failed", "Dua", 63003);
        using var kasi = await office.SignedInAsync("kasi");

        var found = await kasi.SubmitAsync("/pesan", "Search", ("telepon", "0812-3456-7891"));
        var list = await kasi.GetAsync(found.Location.ShouldNotBeNull());

        found.Location.ShouldNotContain("4567");
        list.Html.ShouldContain($"href=\"/pesan/{wanted}\"");
        list.Html.ShouldNotContain($"href=\"/pesan/{other}\"");
        list.Text.ShouldContain("+62…7891");
        list.Html.ShouldNotContain("1234567891");
    }

    [Fact]
    public async Task Search_by_part_of_a_telephone_finds_nobody()
    {
        await _shelf.WriteAsync(await _shelf.ResidentAsync("+6281234567777"), "failed", "Satu", 63003);
        using var kasi = await office.SignedInAsync("kasi");

        var found = await kasi.SubmitAsync("/pesan", "Search", ("telepon", "0812 3456 777"));

        (await kasi.GetAsync(found.Location!)).Text.ShouldContain("Belum pernah ada pesan");
    }

    [Fact]
    public async Task Search_by_case_state_and_time_narrows_the_list()
    {
        var number = await office.MakeCaseAsync();
        var resident = await _shelf.ResidentAsync("+6281200000001");
        var ofCase = await _shelf.WriteAsync(resident, "failed", "Kabar", 63003, number);
        var unknown = await _shelf.WriteAsync(resident, "unknown", "Lain");
        using var kadis = await office.SignedInAsync("kadis");

        var byCase = await kadis.GetAsync($"/pesan?nomor={number}");
        var byState = await kadis.GetAsync("/pesan?keadaan=belum-pasti");
        var earlier = await kadis.GetAsync("/pesan?sampai=2020-01-01T00:00");

        byCase.Html.ShouldContain($"href=\"/pesan/{ofCase}\"");
        byCase.Html.ShouldNotContain($"href=\"/pesan/{unknown}\"");
        byState.Html.ShouldContain($"href=\"/pesan/{unknown}\"");
        byState.Html.ShouldNotContain($"href=\"/pesan/{ofCase}\"");
        earlier.Text.ShouldContain("Tidak ada pesan yang cocok");
        (await kadis.GetAsync("/pesan?nomor=26-00000-1")).Text.ShouldContain("Tidak ada permohonan dengan nomor itu");
    }

    [Fact]
    public async Task Text_is_shown_only_when_asked_for_and_the_look_is_logged()
    {
        var id = await _shelf.WriteAsync(await _shelf.ResidentAsync("+6281200000002"), "failed", "Rahasia penduduk", 63003);
        using var kasi = await office.SignedInAsync("kasi");

        (await kasi.GetAsync("/pesan")).Text.ShouldNotContain("Rahasia");
        var life = await kasi.GetAsync($"/pesan/{id}");
        var read = await kasi.SubmitAsync($"/pesan/{id}", "Read");

        life.Text.ShouldNotContain("Rahasia");
        life.Text.ShouldContain("63003");
        life.Text.ShouldContain("tidak memakai WhatsApp");
        read.Text.ShouldContain("Rahasia penduduk");
        (await office.ReadAsync<long>($"select count(*) from access_log where outbox_id = {id} and what = 'message'")).ShouldBe(1);
    }

    [Fact]
    public async Task Search_by_what_a_message_is_about_narrows_the_list()
    {
        var resident = await _shelf.ResidentAsync("+6281200000003");
        var (news, paper, reply) = (await _shelf.WriteAsync(resident, "delivered", "Satu"), await _shelf.WriteAsync(
            resident, "delivered", "Dua"), await _shelf.WriteAsync(resident, "delivered", "Tiga"));
        await office.ExecuteAsync(
            $"update outbox set kind = 'push', topic = case id when {news} then 'kabar' else 'berkas' end where id in ({news}, {paper})");
        using var kasi = await office.SignedInAsync("kasi");

        var found = await kasi.GetAsync("/pesan?perihal=berkas");

        found.Html.ShouldContain($"href=\"/pesan/{paper}\"");
        found.Text.ShouldContain("Permintaan berkas ulang");
        found.Html.ShouldNotContain($"href=\"/pesan/{news}\"");
        found.Html.ShouldNotContain($"href=\"/pesan/{reply}\"");
    }

    [Fact]
    public async Task What_happened_to_a_resident_is_seen_with_their_messages()
    {
        var resident = await _shelf.ResidentAsync("+6281200000004");
        var message = await _shelf.WriteAsync(resident, "delivered", "Satu");
        await office.ExecuteAsync(
            $"insert into address_events (address_id, at, kind, way) values ({resident}, now(), 'stopped', 'resident')");
        using var kasi = await office.SignedInAsync("kasi");

        (await kasi.GetAsync($"/pesan?warga={resident}")).Text.ShouldContain("Meminta berhenti menerima pesan.");
        (await kasi.GetAsync($"/pesan/{message}")).Text.ShouldContain("Meminta berhenti menerima pesan.");
    }

    [Fact]
    public async Task Incident_that_is_over_stays_readable()
    {
        var book = office.Services.GetRequiredService<IncidentBook>();
        await book.OpenAsync(IncidentKinds.Refused, "63007", "Kode 63007 dari penyedia.", TestContext.Current.CancellationToken);
        await book.CloseAllAsync(IncidentKinds.Refused, TestContext.Current.CancellationToken);
        using var kadis = await office.SignedInAsync("kadis");

        var page = await kadis.GetAsync("/pesan");

        page.Text.ShouldContain("Gangguan yang sudah berakhir");
        page.Text.ShouldContain("Kode 63007 dari penyedia.");
    }

    [Fact]
    public async Task Open_incident_is_told_on_every_page_of_an_administrator()
    {
        var book = office.Services.GetRequiredService<IncidentBook>();
        await book.OpenAsync(
            IncidentKinds.Template, "kabar-langkah", "Templat dijeda oleh WhatsApp.", TestContext.Current.CancellationToken);
        using var kadis = await office.SignedInAsync("kadis");
        using var petugas = await office.SignedInAsync("petugas");

        (await kadis.GetAsync("/")).Text.ShouldContain("Templat tidak dapat dipakai");
        (await kadis.GetAsync("/pesan")).Text.ShouldContain("Templat dijeda oleh WhatsApp.");
        (await petugas.GetAsync("/")).Text.ShouldNotContain("Gangguan pesan");
        await book.CloseAllAsync(IncidentKinds.Template, TestContext.Current.CancellationToken);
        (await kadis.GetAsync("/")).Text.ShouldNotContain("Gangguan pesan");
    }
}
