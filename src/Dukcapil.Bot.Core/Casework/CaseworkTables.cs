using Dukcapil.Bot.Core.Casework.Records;
using Dukcapil.Bot.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Casework;

/// <summary>The tables of casework.</summary>
public static class CaseworkTables
{
    extension(BotDbContext data)
    {
        /// <summary>Every version of an alur that a case was started under.</summary>
        public DbSet<AlurVersionRecord> AlurVersions => data.Set<AlurVersionRecord>();

        /// <summary>Cases.</summary>
        public DbSet<CaseRecord> Cases => data.Set<CaseRecord>();

        /// <summary>Papers of cases.</summary>
        public DbSet<BerkasRecord> CaseBerkas => data.Set<BerkasRecord>();

        /// <summary>Photos of papers.</summary>
        public DbSet<CaseFileRecord> CaseFiles => data.Set<CaseFileRecord>();

        /// <summary>Ticked tasks.</summary>
        public DbSet<CaseTaskRecord> CaseTasks => data.Set<CaseTaskRecord>();

        /// <summary>Receipts given.</summary>
        public DbSet<ReceiptRecord> Receipts => data.Set<ReceiptRecord>();

        /// <summary>Hand-overs.</summary>
        public DbSet<HandoverRecord> Handovers => data.Set<HandoverRecord>();

        /// <summary>Append-only history of cases.</summary>
        public DbSet<HistoryRecord> CaseHistory => data.Set<HistoryRecord>();

        /// <summary>When the clocks of cases stood still.</summary>
        public DbSet<CasePauseRecord> CasePauses => data.Set<CasePauseRecord>();

        /// <summary>Append-only: who was told of a deadline.</summary>
        public DbSet<DeadlineWarningRecord> DeadlineWarnings => data.Set<DeadlineWarningRecord>();

        /// <summary>Append-only: who has taken note of a warning.</summary>
        public DbSet<DeadlineAcknowledgementRecord> DeadlineAcknowledgements => data.Set<DeadlineAcknowledgementRecord>();

        /// <summary>Append-only: reminders of results that nobody collected.</summary>
        public DbSet<CollectionReminderRecord> CollectionReminders => data.Set<CollectionReminderRecord>();
    }
}
