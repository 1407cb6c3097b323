using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Messaging.Records;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Messaging;

/// <summary>The tables of messages and of who sends them.</summary>
public static class MessagingTables
{
    extension(BotDbContext data)
    {
        /// <summary>Addresses of residents.</summary>
        public DbSet<AddressRecord> Addresses => data.Set<AddressRecord>();

        /// <summary>Identifiers of residents.</summary>
        public DbSet<AddressAliasRecord> AddressAliases => data.Set<AddressAliasRecord>();

        /// <summary>Append-only history of opt-outs, links and silences.</summary>
        public DbSet<AddressEventRecord> AddressEvents => data.Set<AddressEventRecord>();

        /// <summary>Messages that came in.</summary>
        public DbSet<InboxRecord> Inbox => data.Set<InboxRecord>();

        /// <summary>Messages to send.</summary>
        public DbSet<OutboxRecord> Outbox => data.Set<OutboxRecord>();

        /// <summary>Photos and files.</summary>
        public DbSet<MediaRecord> Media => data.Set<MediaRecord>();
    }
}
