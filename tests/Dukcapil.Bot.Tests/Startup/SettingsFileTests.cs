using System.Text.Json;
using Dukcapil.Bot.Core.Casework.Collecting;
using Dukcapil.Bot.Core.Casework.Deadlines;
using Dukcapil.Bot.Core.Conversations;
using Dukcapil.Bot.Core.MessageOperations;
using Dukcapil.Bot.Core.Messaging.Inbox;
using Dukcapil.Bot.Core.Messaging.Outbox;
using Dukcapil.Bot.Core.Queues;
using Dukcapil.Bot.Core.Staff;
using Dukcapil.Bot.Web.Telemetry;
using Microsoft.Extensions.Configuration;

namespace Dukcapil.Bot.Tests.Startup;

/// <summary>The settings file states what holds anyway, so that an operator finds every setting with its usual value.</summary>
public sealed class SettingsFileTests
{
    private static readonly IConfiguration File = new ConfigurationBuilder().AddJsonFile(
        Path.Combine(AppContext.BaseDirectory, "appsettings.json")).Build();

    public static TheoryData<string, object, object> Sections => new()
    {
        { "Inbox", new InboxOptions(), new InboxOptions() },
        { "Outbox", new OutboxOptions(), new OutboxOptions() },
        { "Missed", new MissedOptions(), new MissedOptions() },
        { "Flood", new FloodOptions(), new FloodOptions() },
        { "Watch", new WatchOptions(), new WatchOptions() },
        { "Sessions", new SessionOptions(), new SessionOptions() },
        { "Queue", new QueueOptions(), new QueueOptions() },
        { "Deadlines", new DeadlineOptions(), new DeadlineOptions() },
        { "Collection", new CollectionOptions(), new CollectionOptions() },
        { "Drafts", new DraftOptions(), new DraftOptions() },
        { "Telemetry", new TelemetryOptions(), new TelemetryOptions() },
    };

    [Theory]
    [MemberData(nameof(Sections), DisableDiscoveryEnumeration = true)]
    public void Every_option_stands_in_the_file_with_its_default(string section, object read, object usual)
    {
        var stated = File.GetSection(section).GetChildren().Select(child => child.Key).ToList();
        foreach (var option in usual.GetType().GetProperties()) stated.ShouldContain(option.Name, $"{section}:{option.Name}");
        File.GetSection(section).Bind(read);
        JsonSerializer.Serialize(read, read.GetType()).ShouldBe(JsonSerializer.Serialize(usual, usual.GetType()));
    }
}
