using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Reminders.Campaigns.Records;
using Dukcapil.Bot.Core.Reminders.Imports.Records;
using Dukcapil.Bot.Core.Reminders.Register.Records;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Reminders;

/// <summary>The tables of the register, its imports and of campaigns.</summary>
public static class ReminderTables
{
    extension(BotDbContext data)
    {
        /// <summary>People not yet recorded for KTP-el.</summary>
        public DbSet<UnrecordedPersonRecord> UnrecordedPeople => data.Set<UnrecordedPersonRecord>();

        /// <summary>Append-only history of people of the register.</summary>
        public DbSet<UnrecordedEventRecord> UnrecordedEvents => data.Set<UnrecordedEventRecord>();

        /// <summary>Imports of the office's lists.</summary>
        public DbSet<ImportRecord> RegisterImports => data.Set<ImportRecord>();

        /// <summary>Rows of lists that were not taken.</summary>
        public DbSet<RejectionRecord> ImportRejections => data.Set<RejectionRecord>();

        /// <summary>Campaigns and broadcasts.</summary>
        public DbSet<CampaignRecord> Campaigns => data.Set<CampaignRecord>();

        /// <summary>Append-only history of campaigns.</summary>
        public DbSet<CampaignChangeRecord> CampaignHistory => data.Set<CampaignChangeRecord>();

        /// <summary>Whom a campaign writes to, frozen.</summary>
        public DbSet<CampaignRecipientRecord> CampaignRecipients => data.Set<CampaignRecipientRecord>();

        /// <summary>What residents said in answer to reminders.</summary>
        public DbSet<ReminderClaimRecord> ReminderClaims => data.Set<ReminderClaimRecord>();
    }
}
