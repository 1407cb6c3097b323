using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Dukcapil.Bot.Core.Messaging.Provider;
using Dukcapil.Bot.Tests.Fixtures;
using Microsoft.Extensions.Options;

namespace Dukcapil.Bot.Tests.Delivery;

/// <summary>Lists and buttons, which need a template at the provider.</summary>
public sealed class TemplateTests(MigratedDatabase databases) : IAsyncLifetime
{
    private readonly HastyBot app = new(databases);

    public ValueTask InitializeAsync() => app.InitializeAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Template_of_a_shape_is_created_once_however_many_need_it()
    {
        var phones = Enumerable.Range(0, 25).Select(_ => app.NewPhone()).ToList();
        await Task.WhenAll(phones.Select(phone => phone.SendAsync("halo")));
        var answers = await Task.WhenAll(phones.Select(phone => phone.NextAsync()));
        answers.ShouldAllBe(answer => answer.Options.Count > 0);
        (await TemplatesAsync()).ShouldHaveSingleItem();
        (await app.ReadAsync<long>("select count(*) from content_templates")).ShouldBe(1);
    }

    [Fact]
    public async Task Template_that_the_provider_lost_is_made_anew()
    {
        var phone = app.NewPhone();
        await phone.PlayAsync(["halo"]);
        using var http = Provider();
        foreach (var sid in await TemplatesAsync())
            (await http.DeleteAsync($"v1/Content/{sid}", TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        await phone.SendAsync("menu");
        (await phone.NextAsync()).Options.ShouldNotBeEmpty();
        await app.NewPhone().PlayAsync(["halo"]);
    }

    [Fact]
    public async Task Menu_goes_out_as_numbered_text_when_templates_cannot_be_made()
    {
        var endpoints = app.Get<TwilioEndpoints>();
        endpoints.Use(endpoints.Api, "http://127.0.0.1:1", endpoints.Public);
        var phone = app.NewPhone();
        await phone.SendAsync("halo");
        var answer = await phone.NextAsync();
        answer.Options.ShouldBeEmpty();
        answer.Body.ShouldContain("1. ");
    }

    /// <summary>Templates of lists and buttons; those for closed windows have names of their own.</summary>
    private async Task<List<string>> TemplatesAsync()
    {
        using var http = Provider();
        using var json = JsonDocument.Parse(await http.GetStringAsync("v1/Content", TestContext.Current.CancellationToken));
        return json.RootElement.GetProperty("contents").EnumerateArray()
            .Where(content => content.GetProperty("friendly_name").GetString()!
                .StartsWith("dukcapil_", StringComparison.Ordinal)).Select(content => content.GetProperty("sid").GetString()!).ToList();
    }

    private HttpClient Provider()
    {
        var twilio = app.Get<IOptions<TwilioOptions>>().Value;
        var login = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{twilio.AccountSid}:{twilio.AuthToken}"));
        return new HttpClient
        {
            BaseAddress = new Uri(app.Get<TwilioEndpoints>().Api + "/"),
            DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Basic", login) },
        };
    }
}
