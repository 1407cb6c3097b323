using Dukcapil.Bot.Core.Messaging.Channels;
using Dukcapil.Bot.Core.Messaging.Inbox;
using Dukcapil.Bot.Core.Messaging.Incidents;
using Dukcapil.Bot.Core.Messaging.Media;
using Dukcapil.Bot.Core.Messaging.Outbox;
using Dukcapil.Bot.Core.Messaging.Templates;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Dukcapil.Bot.Core.Messaging;

/// <summary>Registers the inbox, the outbox, files, templates and incidents; the provider is added by <c>AddTwilio</c>.</summary>
internal static class MessagingServices
{
    public static IServiceCollection AddMessaging(this IServiceCollection services, IConfiguration configuration) => services
        .Configure<FloodOptions>(configuration.GetSection("Flood"))
        .Configure<InboxOptions>(configuration.GetSection("Inbox"))
        .Configure<OutboxOptions>(configuration.GetSection("Outbox"))
        .AddSingleton<MessageSealer>()
        .AddSingleton<ChannelCatalogue>()
        .AddSingleton<OutboxSignal>()
        .AddSingleton<MediaSignal>()
        .AddSingleton<IncidentBook>()
        .AddSingleton<InboxStore>()
        .AddSingleton<OutboxWriter>()
        .AddSingleton<SenderRate>()
        .AddSingleton<SendAllowance>()
        .AddSingleton<SendQueue>()
        .AddSingleton<OutboxQueue>()
        .AddSingleton<ResidentWindows>()
        .AddSingleton(provider => TemplateCatalogue.Load(
            Path.Combine(provider.GetRequiredService<IHostEnvironment>().ContentRootPath, configuration["Content:Folder"] ?? "dialogs")))
        .AddSingleton<TemplateStore>()
        .AddSingleton<TemplateStates>()
        .AddSingleton<TemplateChoice>()
        .AddSingleton<TemplateSync>()
        .AddSingleton<ProviderAlarm>()
        .AddSingleton<OutgoingComposer>()
        .AddSingleton<MessageSender>()
        .AddSingleton<OutboxDispatcher>()
        .AddSingleton<OutboxReconciler>()
        .AddSingleton<DeliveryReports>()
        .AddSingleton<MediaQueue>()
        .AddSingleton<MediaIntake>();
}
