using System.Net.Http.Json;
using System.Text.Json;
using Dukcapil.Bot.Core.Messaging.Templates;
using Dukcapil.Bot.Tests.Fixtures;

namespace Dukcapil.Bot.Tests.Sending;

/// <summary>WhatsApp's decisions, made by a test.</summary>
internal static class Approvals
{
    /// <summary>Sets the approval of the template whose name at the provider begins so, and lets the host read it.</summary>
    public static async Task DecideAsync(this BotApp app, string name, string status)
    {
        using var http = new HttpClient { BaseAddress = app.Address };
        var templates = await http.GetFromJsonAsync<JsonElement>("/simulator/api/contents", TestContext.Current.CancellationToken);
        var sid = templates.EnumerateArray().Single(
            template => template.GetProperty("name")
                .GetString()!.StartsWith(name, StringComparison.Ordinal)).GetProperty("sid").GetString();
        using var answer = await http.PostAsync(
            $"/simulator/api/contents/{sid}/approval/{status}", null, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
        await app.Get<TemplateSync>().CheckAsync(TestContext.Current.CancellationToken);
    }
}
