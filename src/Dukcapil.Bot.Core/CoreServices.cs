using Dukcapil.Bot.Core.Appointments;
using Dukcapil.Bot.Core.Appointments.Notices;
using Dukcapil.Bot.Core.Appointments.Passes;
using Dukcapil.Bot.Core.Appointments.Planning;
using Dukcapil.Bot.Core.Appointments.Schedules;
using Dukcapil.Bot.Core.Appointments.Waiting;
using Dukcapil.Bot.Core.Casework;
using Dukcapil.Bot.Core.Casework.Collecting;
using Dukcapil.Bot.Core.Casework.Deadlines;
using Dukcapil.Bot.Core.Content;
using Dukcapil.Bot.Core.Conversations;
using Dukcapil.Bot.Core.Data.Protection;
using Dukcapil.Bot.Core.Information.Complaints;
using Dukcapil.Bot.Core.Information.Subscriptions;
using Dukcapil.Bot.Core.Information.Topics;
using Dukcapil.Bot.Core.Information.Visits;
using Dukcapil.Bot.Core.MessageOperations;
using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Core.Messaging.Channels;
using Dukcapil.Bot.Core.Messaging.Inbox;
using Dukcapil.Bot.Core.Messaging.Incidents;
using Dukcapil.Bot.Core.Messaging.Media;
using Dukcapil.Bot.Core.Messaging.Outbox;
using Dukcapil.Bot.Core.Messaging.Templates;
using Dukcapil.Bot.Core.Queues;
using Dukcapil.Bot.Core.Reminders.Campaigns;
using Dukcapil.Bot.Core.Reminders.Imports;
using Dukcapil.Bot.Core.Reminders.Register;
using Dukcapil.Bot.Core.Residents;
using Dukcapil.Bot.Core.Staff;
using Dukcapil.Bot.Core.Time;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Dukcapil.Bot.Core;

/// <summary>Registers the features. Everything is a singleton and thread-safe: what changes stands in the database.</summary>
public static class CoreServices
{
    /// <summary>Adds all features; the database, Twilio and accounts are added by their own methods.</summary>
    public static IServiceCollection AddCore(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<OfficeOptions>(configuration.GetSection("Office"));
        services.Configure<FloodOptions>(configuration.GetSection("Flood"));
        services.Configure<MissedOptions>(configuration.GetSection("Missed"));
        services.Configure<OutboxOptions>(configuration.GetSection("Outbox"));
        services.Configure<InboxOptions>(configuration.GetSection("Inbox"));
        services.Configure<DeadlineOptions>(configuration.GetSection("Deadlines"));
        services.Configure<CollectionOptions>(configuration.GetSection("Collection"));
        services.Configure<DraftOptions>(configuration.GetSection("Drafts"));
        services.Configure<WatchOptions>(configuration.GetSection("Watch"));
        services.Configure<SessionOptions>(configuration.GetSection("Sessions"));
        services.Configure<PersonalDataOptions>(configuration.GetSection("PersonalData"));
        services.AddSingleton(provider => new PersonalDataCipher(provider.GetRequiredService<IOptions<PersonalDataOptions>>().Value));
        services.AddSingleton<KeyProof>();
        services.AddSingleton<OfficeCalendarHolder>();
        services.AddSingleton<OfficeClock>();
        services.AddSingleton<BotContentHolder>();
        services.AddSingleton(provider => TemplateCatalogue.Load(
            Path.Combine(provider.GetRequiredService<IHostEnvironment>().ContentRootPath, configuration["Content:Folder"] ?? "dialogs")));
        return services.AddMessaging().AddWatching().AddCasework().AddAppointments().AddQueues(configuration).AddRegister(configuration)
            .AddInformation()
            .AddConversations()
            .AddCampaigns(configuration);
    }

    private static IServiceCollection AddMessaging(this IServiceCollection services) => services
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
        .AddSingleton<MediaIntake>()
        .AddSingleton<Retention>();

    private static IServiceCollection AddWatching(this IServiceCollection services) => services
        .AddSingleton<MessageLists>()
        .AddSingleton<ResidentEvents>()
        .AddSingleton<MessageHistory>()
        .AddSingleton<MessageTexts>()
        .AddSingleton<StaffMessages>()
        .AddSingleton<Traffic>()
        .AddSingleton<WatchFigureReader>()
        .AddSingleton<MessageWatch>();

    private static IServiceCollection AddCasework(this IServiceCollection services) => services
        .AddSingleton<AlurVersions>()
        .AddSingleton<CaseMessages>()
        .AddSingleton<CaseOperations>()
        .AddSingleton<CaseTiming>()
        .AddSingleton<DueTimes>()
        .AddSingleton<DeadlineWatch>()
        .AddSingleton<DeadlineReader>()
        .AddSingleton<DeadlineNotices>()
        .AddSingleton<UncollectedResults>()
        .AddSingleton<UncollectedReader>()
        .AddSingleton<CaseSignal>()
        .AddSingleton<CaseIntake>()
        .AddSingleton<CaseAdvancer>()
        .AddSingleton<CaseSearch>()
        .AddSingleton<CaseQueries>()
        .AddSingleton<ResidentCases>()
        .AddSingleton<PersonalDataAccess>();

    private static IServiceCollection AddQueues(this IServiceCollection services, IConfiguration configuration) => services
        .Configure<QueueOptions>(configuration.GetSection("Queue"))
        .AddSingleton<CounterDuties>()
        .AddSingleton<QueueLines>()
        .AddSingleton<ServiceTimes>()
        .AddSingleton<QueueNotices>()
        .AddSingleton<Reception>()
        .AddSingleton<CounterQueue>()
        .AddSingleton<QueueOverview>()
        .AddSingleton<QueueStatistics>()
        .AddSingleton<WeeklyStatistics>()
        .AddSingleton<QueueClosing>()
        .AddSingleton<NearTurnNotifier>()
        .AddSingleton<QueueBoard>()
        .AddSingleton<BoardFeed>()
        .AddSingleton<BoardListener>();

    private static IServiceCollection AddRegister(this IServiceCollection services, IConfiguration configuration) => services
        .Configure<RegisterOptions>(configuration.GetSection("Register"))
        .AddSingleton<RegisterStatistics>()
        .AddSingleton<StaffRegister>()
        .AddSingleton<PeopleReader>()
        .AddSingleton<ImportBook>()
        .AddSingleton<ImportQuestions>()
        .AddSingleton<Importer>()
        .AddSingleton<ImportList>()
        .AddSingleton<RejectedRows>();

    private static IServiceCollection AddAppointments(this IServiceCollection services) => services
        .AddSingleton<PlanReader>()
        .AddSingleton<SlotSchedule>()
        .AddSingleton<StaffPlan>()
        .AddSingleton<CalendarWatch>()
        .AddSingleton<ScheduleReader>()
        .AddSingleton<Availability>()
        .AddSingleton<BookingNotices>()
        .AddSingleton<DueAppointments>()
        .AddSingleton<WaitingList>()
        .AddSingleton<WaitingListOffers>()
        .AddSingleton<Bookings>()
        .AddSingleton<StaffBookings>()
        .AddSingleton<BookingLinks>()
        .AddSingleton<Attendance>();

    private static IServiceCollection AddInformation(this IServiceCollection services) => services
        .AddSingleton<ComplaintIntake>().AddSingleton<ComplaintSorter>()
        .AddSingleton<StaffComplaints>()
        .AddSingleton<ComplaintReader>()
        .AddSingleton<OfficeFacts>()
        .AddSingleton<TopicHolder>()
        .AddSingleton<TopicReader>()
        .AddSingleton<StaffTopics>()
        .AddSingleton<TopicComposer>()
        .AddSingleton<FieldVisitReader>()
        .AddSingleton<FieldVisitWording>()
        .AddSingleton<StaffFieldVisits>()
        .AddSingleton<FieldVisitNews>()
        .AddSingleton<SubscriptionList>();
}
