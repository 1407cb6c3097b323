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
}
