using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Dukcapil.Bot.Core.Telemetry;
using Dukcapil.Bot.Tests.Fixtures;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Trace;

namespace Dukcapil.Bot.Tests.Telemetry;

/// <summary><c>/metrics</c>: what it holds, and who may read it.</summary>
public sealed partial class MetricsPageTests(MetricsPageTests.MeasuredBot app) : IClassFixture<MetricsPageTests.MeasuredBot>
{
    private const string Token = "rahasia-prometheus";
    private const int Milliseconds = 5000;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null, HttpStatusCode.Found)]
    [InlineData("Bearer wrong", HttpStatusCode.Found)]
    [InlineData("Basic " + Token, HttpStatusCode.Found)]
    [InlineData("Bearer " + Token, HttpStatusCode.OK)]
    public async Task Metrics_are_for_who_knows_the_token_and_like_any_unknown_address_to_others(
        string? authorization, HttpStatusCode expected)
    {
        using var answer = await AskAsync(authorization);
        answer.StatusCode.ShouldBe(expected);
    }

    [Fact]
    public async Task Dashboard_and_alerts_name_only_metrics_and_labels_that_exist()
    {
        await new Resident(app).WriteAsync("halo");
        await JobTelemetry.RunAsync("AdvanceCases", () => Task.FromResult(1));
        await Should.ThrowAsync<InvalidOperationException>(
            () => JobTelemetry.RunAsync<int>("AdvanceCases", () => throw new InvalidOperationException()));
        // The host itself has read its figures before there was a case.
        using var gauges = new OfficeGauges();
        gauges.Use(new OfficeMetrics(0, TimeSpan.Zero, 0, new Dictionary<string, long> { ["InProgress"] = 1 }));
        var known = KnownNames(await ScrapeAsync("dukcapil_case_open", "dukcapil_send_duration_seconds"));
        foreach (var file in (string[])["dashboard.json", "alerts.yaml"])
        {
            var text = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "pemantauan", file), Cancelled);
            var used = UsedName().Matches(text).Select(match => match.Value).Distinct().ToList();
            used.Count.ShouldBeGreaterThan(5);
            used.Except(known).ShouldBeEmpty(file);
        }
    }

    [Fact]
    public async Task Host_that_measures_for_Prometheus_alone_makes_no_traces()
    {
        app.Services.GetService<TracerProvider>().ShouldBeNull();
        (await ScrapeAsync("dukcapil_outbox_depth")).ShouldContain("dukcapil_outbox_depth");
    }

    private static HashSet<string> KnownNames(string page)
    {
        var names = page.Split('\n').Where(line => line.StartsWith("# TYPE ", StringComparison.Ordinal)).Select(line => line.Split(' ')[2]);
        string[] suffixes = ["", "_bucket", "_count", "_sum"];
        var series = names.SelectMany(name => suffixes.Select(suffix => name + suffix));
        return [.. series, .. Label().Matches(page).Select(match => match.Groups["name"].Value)];
    }

    private async Task<string> ScrapeAsync(params string[] until)
    {
        var page = "";
        await Eventually.UntilAsync($"the page names {string.Join(", ", until)}", async () =>
        {
            using var answer = await AskAsync("Bearer " + Token);
            page = await answer.Content.ReadAsStringAsync(Cancelled);
            return until.All(name => page.Contains(name, StringComparison.Ordinal));
        });
        return page;
    }

    private async Task<HttpResponseMessage> AskAsync(string? authorization)
    {
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(app.Address, "/metrics"));
        if (authorization is not null) request.Headers.Authorization = AuthenticationHeaderValue.Parse(authorization);
        return await http.SendAsync(request, Cancelled);
    }

    [GeneratedRegex(@"\b(dukcapil|http|db|dotnet|error)_[a-z_]+\b", RegexOptions.ExplicitCapture, Milliseconds)]
    private static partial Regex UsedName();

    [GeneratedRegex("(?<name>[a-z_]+)=\"", RegexOptions.None, Milliseconds)]
    private static partial Regex Label();

    /// <summary>A host that Prometheus may read.</summary>
    public sealed class MeasuredBot(MigratedDatabase databases) : BotApp(databases)
    {
        /// <inheritdoc/>
        protected override void Configure(WebApplicationBuilder builder) => builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["Telemetry:Prometheus"] = "true",
                ["Telemetry:PrometheusToken"] = Token,
            });
    }
}
