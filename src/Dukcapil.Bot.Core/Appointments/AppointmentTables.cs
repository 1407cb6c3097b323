using Dukcapil.Bot.Core.Appointments.Records;
using Dukcapil.Bot.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Appointments;

/// <summary>The tables of the plan of the office and of appointments.</summary>
public static class AppointmentTables
{
    extension(BotDbContext data)
    {
        /// <summary>Counters (loket).</summary>
        public DbSet<CounterRecord> Counters => data.Set<CounterRecord>();

        /// <summary>The weekly plan.</summary>
        public DbSet<ServiceHoursRecord> ServiceHours => data.Set<ServiceHoursRecord>();

        /// <summary>Years whose holidays are decreed.</summary>
        public DbSet<CalendarYearRecord> CalendarYears => data.Set<CalendarYearRecord>();

        /// <summary>Exceptions to the weekly plan.</summary>
        public DbSet<OfficeDayRecord> OfficeDays => data.Set<OfficeDayRecord>();

        /// <summary>Length and capacity of slots.</summary>
        public DbSet<SlotRuleRecord> SlotRules => data.Set<SlotRuleRecord>();

        /// <summary>Spans in which nobody is taken.</summary>
        public DbSet<SlotBlockRecord> SlotBlocks => data.Set<SlotBlockRecord>();

        /// <summary>The rules of booking, one row.</summary>
        public DbSet<BookingPolicyRecord> BookingPolicy => data.Set<BookingPolicyRecord>();

        /// <summary>Append-only history of the plan.</summary>
        public DbSet<PlanChangeRecord> PlanHistory => data.Set<PlanChangeRecord>();

        /// <summary>Places by counter and time.</summary>
        public DbSet<SlotRecord> Slots => data.Set<SlotRecord>();

        /// <summary>Bookings and holds.</summary>
        public DbSet<BookingRecord> Bookings => data.Set<BookingRecord>();

        /// <summary>Append-only history of bookings.</summary>
        public DbSet<BookingChangeRecord> BookingHistory => data.Set<BookingChangeRecord>();

        /// <summary>The waiting list.</summary>
        public DbSet<WishRecord> Wishes => data.Set<WishRecord>();

        /// <summary>Places offered from the waiting list.</summary>
        public DbSet<WishOfferRecord> WishOffers => data.Set<WishOfferRecord>();
    }
}
