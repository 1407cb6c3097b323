using Dukcapil.Bot.Core.Appointments.Records;
using Dukcapil.Bot.Core.Casework.Records;
using Dukcapil.Bot.Core.Information.Complaints;
using Dukcapil.Bot.Core.Information.Subscriptions;
using Dukcapil.Bot.Core.Information.Topics;
using Dukcapil.Bot.Core.Information.Visits;
using Dukcapil.Bot.Core.Messaging.Records;
using Dukcapil.Bot.Core.Queues.Records;
using Dukcapil.Bot.Core.Reminders.Campaigns.Records;
using Dukcapil.Bot.Core.Reminders.Imports.Records;
using Dukcapil.Bot.Core.Reminders.Register.Records;
using Dukcapil.Bot.Core.Residents;
using Dukcapil.Bot.Core.Staff;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Data;

/// <summary>
/// The database as EF Core sees it. The schema is made by the SQL files in <c>Migrations/</c>; a test holds this model against it.
/// The path of a chat turn does not go through here but through prepared statements.
/// </summary>
public sealed class BotDbContext(DbContextOptions<BotDbContext> options) : DbContext(options), IDataProtectionKeyContext
{
    /// <summary>Staff accounts.</summary>
    public DbSet<StaffMember> Staff => Set<StaffMember>();

    /// <summary>Keys of sign-in cookies and antiforgery tokens, shared by all replicas.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>Addresses of residents.</summary>
    public DbSet<AddressRecord> Addresses => Set<AddressRecord>();

    /// <summary>Identifiers of residents.</summary>
    public DbSet<AddressAliasRecord> AddressAliases => Set<AddressAliasRecord>();

    /// <summary>Append-only history of opt-outs, links and silences.</summary>
    public DbSet<AddressEventRecord> AddressEvents => Set<AddressEventRecord>();

    /// <summary>Consents given in chat.</summary>
    public DbSet<ConsentRecord> Consents => Set<ConsentRecord>();

    /// <summary>Messages that came in.</summary>
    public DbSet<InboxRecord> Inbox => Set<InboxRecord>();

    /// <summary>Messages to send.</summary>
    public DbSet<OutboxRecord> Outbox => Set<OutboxRecord>();

    /// <summary>Photos and files.</summary>
    public DbSet<MediaRecord> Media => Set<MediaRecord>();

    /// <summary>Every version of an alur that a case was started under.</summary>
    public DbSet<AlurVersionRecord> AlurVersions => Set<AlurVersionRecord>();

    /// <summary>Cases.</summary>
    public DbSet<CaseRecord> Cases => Set<CaseRecord>();

    /// <summary>Papers of cases.</summary>
    public DbSet<BerkasRecord> CaseBerkas => Set<BerkasRecord>();

    /// <summary>Photos of papers.</summary>
    public DbSet<CaseFileRecord> CaseFiles => Set<CaseFileRecord>();

    /// <summary>Ticked tasks.</summary>
    public DbSet<CaseTaskRecord> CaseTasks => Set<CaseTaskRecord>();

    /// <summary>Receipts given.</summary>
    public DbSet<ReceiptRecord> Receipts => Set<ReceiptRecord>();

    /// <summary>Hand-overs.</summary>
    public DbSet<HandoverRecord> Handovers => Set<HandoverRecord>();

    /// <summary>Append-only history of cases.</summary>
    public DbSet<HistoryRecord> CaseHistory => Set<HistoryRecord>();

    /// <summary>When the clocks of cases stood still.</summary>
    public DbSet<CasePauseRecord> CasePauses => Set<CasePauseRecord>();

    /// <summary>Append-only: who was told of a deadline.</summary>
    public DbSet<DeadlineWarningRecord> DeadlineWarnings => Set<DeadlineWarningRecord>();

    /// <summary>Append-only: who has taken note of a warning.</summary>
    public DbSet<DeadlineAcknowledgementRecord> DeadlineAcknowledgements => Set<DeadlineAcknowledgementRecord>();

    /// <summary>Append-only: reminders of results that nobody collected.</summary>
    public DbSet<CollectionReminderRecord> CollectionReminders => Set<CollectionReminderRecord>();

    /// <summary>Visits at the office.</summary>
    public DbSet<VisitRecord> Visits => Set<VisitRecord>();

    /// <summary>Append-only history of visits.</summary>
    public DbSet<VisitEventRecord> VisitEvents => Set<VisitEventRecord>();

    /// <summary>Who sits at which counter on a day.</summary>
    public DbSet<CounterDutyRecord> CounterDuties => Set<CounterDutyRecord>();

    /// <summary>Append-only log of who looked at personal data.</summary>
    public DbSet<AccessRecord> AccessLog => Set<AccessRecord>();

    /// <summary>Counters (loket).</summary>
    public DbSet<CounterRecord> Counters => Set<CounterRecord>();

    /// <summary>The weekly plan.</summary>
    public DbSet<ServiceHoursRecord> ServiceHours => Set<ServiceHoursRecord>();

    /// <summary>Years whose holidays are decreed.</summary>
    public DbSet<CalendarYearRecord> CalendarYears => Set<CalendarYearRecord>();

    /// <summary>Exceptions to the weekly plan.</summary>
    public DbSet<OfficeDayRecord> OfficeDays => Set<OfficeDayRecord>();

    /// <summary>Length and capacity of slots.</summary>
    public DbSet<SlotRuleRecord> SlotRules => Set<SlotRuleRecord>();

    /// <summary>Spans in which nobody is taken.</summary>
    public DbSet<SlotBlockRecord> SlotBlocks => Set<SlotBlockRecord>();

    /// <summary>The rules of booking, one row.</summary>
    public DbSet<BookingPolicyRecord> BookingPolicy => Set<BookingPolicyRecord>();

    /// <summary>Append-only history of the plan.</summary>
    public DbSet<PlanChangeRecord> PlanHistory => Set<PlanChangeRecord>();

    /// <summary>Places by counter and time.</summary>
    public DbSet<SlotRecord> Slots => Set<SlotRecord>();

    /// <summary>Bookings and holds.</summary>
    public DbSet<BookingRecord> Bookings => Set<BookingRecord>();

    /// <summary>Append-only history of bookings.</summary>
    public DbSet<BookingChangeRecord> BookingHistory => Set<BookingChangeRecord>();

    /// <summary>The waiting list.</summary>
    public DbSet<WishRecord> Wishes => Set<WishRecord>();

    /// <summary>Places offered from the waiting list.</summary>
    public DbSet<WishOfferRecord> WishOffers => Set<WishOfferRecord>();

    /// <summary>People not yet recorded for KTP-el.</summary>
    public DbSet<UnrecordedPersonRecord> UnrecordedPeople => Set<UnrecordedPersonRecord>();

    /// <summary>Append-only history of people of the register.</summary>
    public DbSet<UnrecordedEventRecord> UnrecordedEvents => Set<UnrecordedEventRecord>();

    /// <summary>Imports of the office's lists.</summary>
    public DbSet<ImportRecord> RegisterImports => Set<ImportRecord>();

    /// <summary>Rows of lists that were not taken.</summary>
    public DbSet<RejectionRecord> ImportRejections => Set<RejectionRecord>();
    /// <summary>Who asked to be told about what.</summary>
    public DbSet<SubscriptionRecord> Subscriptions => Set<SubscriptionRecord>();

    /// <summary>Visits to kelurahan.</summary>
    public DbSet<FieldVisitRecord> FieldVisits => Set<FieldVisitRecord>();

    /// <summary>History of visits to kelurahan.</summary>
    public DbSet<FieldVisitChangeRecord> FieldVisitChanges => Set<FieldVisitChangeRecord>();

    /// <summary>Published versions of topics.</summary>
    public DbSet<TopicVersionRecord> TopicVersions => Set<TopicVersionRecord>();

    /// <summary>Complaints.</summary>
    public DbSet<ComplaintRecord> Complaints => Set<ComplaintRecord>();

    /// <summary>Append-only history of complaints.</summary>
    public DbSet<ComplaintEventRecord> ComplaintEvents => Set<ComplaintEventRecord>();

    /// <summary>Campaigns and broadcasts.</summary>
    public DbSet<CampaignRecord> Campaigns => Set<CampaignRecord>();

    /// <summary>Append-only history of campaigns.</summary>
    public DbSet<CampaignChangeRecord> CampaignHistory => Set<CampaignChangeRecord>();

    /// <summary>Whom a campaign writes to, frozen.</summary>
    public DbSet<CampaignRecipientRecord> CampaignRecipients => Set<CampaignRecipientRecord>();

    /// <summary>What residents said in answer to reminders.</summary>
    public DbSet<ReminderClaimRecord> ReminderClaims => Set<ReminderClaimRecord>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(BotDbContext).Assembly);
        modelBuilder.Entity<DataProtectionKey>().ToTable("data_protection_keys");
        SnakeCase.Apply(modelBuilder.Model);
    }
}
