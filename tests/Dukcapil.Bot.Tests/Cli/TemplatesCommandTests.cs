using System.Text;
using Dukcapil.Bot.Core.Messaging.Provider;
using Dukcapil.Bot.Core.Messaging.Templates;
using Dukcapil.Bot.Tests.Fixtures;
using Dukcapil.Bot.Tests.Sending;
using Microsoft.Extensions.Options;

namespace Dukcapil.Bot.Tests.Cli;

/// <summary>The console program as an operator runs it, against a running host whose simulator is the provider.</summary>
public sealed class TemplatesCommandTests(HastyBot app) : IClassFixture<HastyBot>
{
    [Fact]
    public async Task Templates_are_brought_to_the_provider_and_their_approval_is_told()
    {
        await app.TemplatesAreApprovedAsync();
        await ForgetAsync();
        var count = app.Get<TemplateCatalogue>().All.Count;

        var (none, nothing) = await RunAsync("templates", "status");
        nothing.ShouldContain("templates sync does that");
        none.ShouldBe(0);

        var (synced, created) = await RunAsync("templates", "sync");
        synced.ShouldBe(0, created);
        created.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(count, created);

        await app.DecideAsync(app.Get<TemplateCatalogue>().All[0].ProviderName, "paused");
        var (stopped, told) = await RunAsync("templates", "status");
        stopped.ShouldBe(1, told);
        told.ShouldContain("paused");
    }

    [Fact]
    public async Task Provider_that_refuses_the_account_is_said_in_one_line()
    {
        var (code, said) = await RunAsync(["templates", "sync"], token: "another-token");
        code.ShouldBe(2);
        said.Trim().ShouldNotContain('\n');
        said.ShouldContain("401");
    }

    /// <summary>As before the first sync, here and at the provider.</summary>
    private async Task ForgetAsync()
    {
        var twilio = app.Get<IOptions<TwilioOptions>>().Value;
        using var http = new HttpClient
        {
            DefaultRequestHeaders =
        {
            Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{twilio.AccountSid}:{twilio.AuthToken}"))),
        }
        };
        foreach (var state in await app.Get<TemplateStates>().ListAsync(TestContext.Current.CancellationToken))
        {
            using var answer = await http.DeleteAsync(
                $"{app.Get<TwilioEndpoints>().Content}/v1/Content/{state.ContentSid}", TestContext.Current.CancellationToken);
            answer.EnsureSuccessStatusCode();
        }

        await app.ExecuteAsync("delete from message_templates");
    }

    private Task<(int Code, string Output)> RunAsync(params string[] arguments) =>
        RunAsync(arguments, app.Get<IOptions<TwilioOptions>>().Value.AuthToken);

    private Task<(int Code, string Output)> RunAsync(string[] arguments, string token) => ConsoleProgram.RunAsync(
        [
            new("ConnectionStrings:Dukcapil", app.ConnectionString), new(
                "Twilio:AccountSid", app.Get<IOptions<TwilioOptions>>().Value.AccountSid), new("Twilio:AuthToken", token),
            new("Twilio:ApiBaseUrl", app.Get<TwilioEndpoints>().Api), new("Twilio:ContentBaseUrl", app.Get<TwilioEndpoints>().Content),
        ],
        "", arguments);
}
