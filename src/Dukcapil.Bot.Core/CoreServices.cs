using Dukcapil.Bot.Core.Appointments;
using Dukcapil.Bot.Core.Casework;
using Dukcapil.Bot.Core.Content;
using Dukcapil.Bot.Core.Conversations;
using Dukcapil.Bot.Core.Data.Protection;
using Dukcapil.Bot.Core.Information;
using Dukcapil.Bot.Core.MessageOperations;
using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Core.Queues;
using Dukcapil.Bot.Core.Reminders;
using Dukcapil.Bot.Core.Residents;
using Dukcapil.Bot.Core.Staff;
using Dukcapil.Bot.Core.Time;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Dukcapil.Bot.Core;

/// <summary>
/// The features of the host; each registers itself in its folder. Everything is a singleton and thread-safe: what changes stands in the
/// database.
/// </summary>
public static class CoreServices
{
    /// <summary>Adds all features; the database, Twilio and accounts are added by their own methods.</summary>
    public static IServiceCollection AddCore(this IServiceCollection services, IConfiguration configuration) => services
        .AddPersonalDataProtection(configuration)
        .AddOfficeTime(configuration)
        .AddContent()
        .AddMessaging(configuration)
        .AddResidents()
        .AddStaff(configuration)
        .AddCasework(configuration)
        .AddAppointments()
        .AddQueues(configuration)
        .AddReminders(configuration)
        .AddInformation()
        .AddMessageOperations(configuration)
        .AddConversations(configuration);
}
