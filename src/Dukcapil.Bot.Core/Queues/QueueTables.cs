using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Queues.Records;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Queues;

/// <summary>The tables of the line at the office.</summary>
public static class QueueTables
{
    extension(BotDbContext data)
    {
        /// <summary>Visits at the office.</summary>
        public DbSet<VisitRecord> Visits => data.Set<VisitRecord>();

        /// <summary>Append-only history of visits.</summary>
        public DbSet<VisitEventRecord> VisitEvents => data.Set<VisitEventRecord>();

        /// <summary>Who sits at which counter on a day.</summary>
        public DbSet<CounterDutyRecord> CounterDuties => data.Set<CounterDutyRecord>();
    }
}
