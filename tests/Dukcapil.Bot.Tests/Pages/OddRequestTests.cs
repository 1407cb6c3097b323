namespace Dukcapil.Bot.Tests.Pages;

/// <summary>Requests that no page of ours makes: refused, and never a fault of the host.</summary>
public sealed class OddRequestTests(StaffOffice office) : IClassFixture<StaffOffice>
{
    [Theory]
    [InlineData("/jadwal?hari=9999-12-31")]
    [InlineData("/jadwal?hari=0001-01-01")]
    [InlineData("/jadwal?hari=9999-12-31&tampilan=minggu")]
    [InlineData("/jadwal?hari=0001-01-01&tampilan=minggu")]
    public async Task Day_at_the_end_of_the_calendar_is_not_found(string path)
    {
        using var browser = await office.SignedInAsync("petugas");

        (await browser.GetAsync(path)).Status.ShouldBe(404);
    }

    [Theory]
    [InlineData("9999-12-31")]
    [InlineData("2999-01-01")]
    public async Task Hold_until_a_far_day_is_refused_in_words(string until)
    {
        using var browser = await office.SignedInAsync("petugas");
        var page = $"/kasus/{await office.MakeCaseAsync()}";
        await browser.SubmitAsync(page, "Take");

        (await browser.SubmitAsync(page, "Hold", ("until", until), ("reason", "menunggu"))).Status.ShouldBe(302);

        (await browser.GetAsync(page)).Text.ShouldContain("Tanggalnya terlalu jauh");
    }

    [Fact]
    public async Task Handover_without_a_collector_is_a_bad_request()
    {
        using var browser = await office.SignedInAsync("petugas");

        (await browser.SubmitAsync($"/kasus/{await office.MakeCaseAsync()}", "HandOver")).Status.ShouldBe(400);
    }

    [Fact]
    public async Task Post_to_a_handler_that_is_not_there_is_not_found()
    {
        using var browser = await office.SignedInAsync("petugas");

        (await browser.SubmitAsync($"/kasus/{await office.MakeCaseAsync()}", "Ledakkan")).Status.ShouldBe(404);
    }

    [Theory]
    [InlineData("PUT", "/")]
    [InlineData("PUT", "/loket")]
    [InlineData("TRACE", "/cari")]
    [InlineData("DELETE", "/kasus/26-00001-7")]
    [InlineData("PATCH", "/topik/biaya")]
    [InlineData("OPTIONS", "/pesan")]
    [InlineData("PROPFIND", "/jadwal")]
    [InlineData("GETX", "/masuk")]
    public async Task Method_that_no_page_knows_is_not_allowed(string method, string path)
    {
        using var browser = await office.SignedInAsync("kadis");

        var answer = await browser.SendAsync(method, path);

        answer.Status.ShouldBe(405);
        answer.Headers["Allow"].ShouldBe("GET, HEAD, POST");
    }

    [Theory]
    [InlineData("/pesan?nomor=26%00")]
    [InlineData("/pesan?perihal=%00")]
    [InlineData("/perekaman?kelurahan=%00")]
    [InlineData("/?meja=%00&status=baru")]
    [InlineData("/jadwal/baru?kasus=26-00417-3%00")]
    [InlineData("/masuk?ke=%00")]
    [InlineData("/pengaduan?keadaan=a%00b")]
    [InlineData("/kasus/26-00417-3?%00=1")]
    public async Task Nul_in_an_address_is_a_bad_request(string path)
    {
        using var browser = await office.SignedInAsync("kadis");

        (await browser.GetAsync(path)).Status.ShouldBe(400);
    }

    [Fact]
    public async Task Nul_in_a_form_field_is_a_bad_request()
    {
        using var browser = await office.SignedInAsync("petugas");
        var page = $"/kasus/{await office.MakeCaseAsync()}";
        await browser.SubmitAsync(page, "Take");

        (await browser.SubmitAsync(page, "Reject", ("reason", "a\0b"))).Status.ShouldBe(400);
        (await browser.SubmitAsync(page, "Reject", ("x\0y", "a"))).Status.ShouldBe(400);
        (await browser.PostAsync("/cari", new FormUrlEncodedContent([KeyValuePair.Create("q", "budi\0")]))).Status.ShouldBe(400);
        (await browser.GetAsync(page)).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("/?handler=Ledakkan")]
    [InlineData("/loket?pilih=7&handler=Next")]
    public async Task Address_of_a_post_that_is_opened_shows_its_page(string path)
    {
        using var browser = await office.SignedInAsync("petugas");

        (await browser.GetAsync(path)).Status.ShouldBe(200);
    }
}
