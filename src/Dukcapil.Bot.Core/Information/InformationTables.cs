using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Information.Complaints;
using Dukcapil.Bot.Core.Information.Subscriptions;
using Dukcapil.Bot.Core.Information.Topics;
using Dukcapil.Bot.Core.Information.Visits;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Information;

/// <summary>The tables of subscriptions, visits, topics and complaints.</summary>
public static class InformationTables
{
    extension(BotDbContext data)
    {
        /// <summary>Who asked to be told about what.</summary>
        public DbSet<SubscriptionRecord> Subscriptions => data.Set<SubscriptionRecord>();

        /// <summary>Visits to kelurahan.</summary>
        public DbSet<FieldVisitRecord> FieldVisits => data.Set<FieldVisitRecord>();

        /// <summary>History of visits to kelurahan.</summary>
        public DbSet<FieldVisitChangeRecord> FieldVisitChanges => data.Set<FieldVisitChangeRecord>();

        /// <summary>Published versions of topics.</summary>
        public DbSet<TopicVersionRecord> TopicVersions => data.Set<TopicVersionRecord>();

        /// <summary>Complaints.</summary>
        public DbSet<ComplaintRecord> Complaints => data.Set<ComplaintRecord>();

        /// <summary>Append-only history of complaints.</summary>
        public DbSet<ComplaintEventRecord> ComplaintEvents => data.Set<ComplaintEventRecord>();
    }
}
