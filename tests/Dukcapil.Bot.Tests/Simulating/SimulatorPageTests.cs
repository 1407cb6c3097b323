using System.Net;
using Dukcapil.Bot.Simulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;

namespace Dukcapil.Bot.Tests.Simulating;

public sealed class SimulatorPageTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Page_names_only_files_that_exist_and_allows_nothing_inline()
    {
        await using var world = await SimulatedWorld.StartAsync();
        var page = await world.Http.GetAsync("/simulator", Cancel);
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        page.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("script-src 'self'");
        var html = await page.Content.ReadAsStringAsync(Cancel);
        html.ShouldNotContain("style=");
        html.ShouldNotContain("onclick");
        var files = html.Split('"').Where(text => text.StartsWith("/simulator/assets/", StringComparison.Ordinal)).ToList();
        files.ShouldNotBeEmpty();
        foreach (var file in files) (await world.Http.GetAsync(file, Cancel)).StatusCode.ShouldBe(HttpStatusCode.OK, file);
    }

    [Fact]
    public async Task News_flow_to_the_page_without_asking_again()
    {
        await using var world = await SimulatedWorld.StartAsync();
        await using var stream = await world.Http.GetStreamAsync("/simulator/api/events", Cancel);
        using var reader = new StreamReader(stream);
        (await reader.ReadLineAsync(Cancel)).ShouldBe("event: hello");
        await world.SayAsync(new { text = "halo" });
        string? line;
        do line = await reader.ReadLineAsync(Cancel);
        while (line is not null && !line.Contains("halo", StringComparison.Ordinal));
        line.ShouldNotBeNull().ShouldStartWith("data: ");
    }

    [Fact]
    public async Task Uploaded_page_never_runs_as_a_page()
    {
        await using var world = await SimulatedWorld.StartAsync();
        using var form = new MultipartFormDataContent();
        var part = new StringContent("<script>alert(1)</script>", System.Text.Encoding.UTF8, "text/html");
        form.Add(part, "files", "x.html");
        await world.Http.PostAsync($"/simulator/api/phones/{SimulatedWorld.Resident}/messages?wait=true", form, Cancel);
        var url = (await world.ChatAsync())[0].GetProperty("attachments")[0].GetProperty("url").GetString();
        var answer = await world.Http.GetAsync(url, Cancel);
        answer.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("sandbox");
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("123")]
    public async Task Number_that_is_none_is_refused(string number)
    {
        await using var world = await SimulatedWorld.StartAsync();
        (await world.Http.GetAsync($"/simulator/api/phones/{number}", Cancel)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public void Simulator_in_production_refuses_to_start()
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = Environments.Production });
        builder.Services.AddSimulator(builder.Configuration);
        using var app = builder.Build();
        Should.Throw<InvalidOperationException>(app.MapSimulator);
    }
}
