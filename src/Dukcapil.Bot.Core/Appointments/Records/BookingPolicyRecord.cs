using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dukcapil.Bot.Core.Appointments.Records;

/// <summary>The office's rules of booking, one row.</summary>
public sealed class BookingPolicyRecord
{
    /// <summary>Key: there is one row.</summary>
    public bool OnlyRow { get; init; } = true;

    /// <summary>A slot can be booked until so many minutes before it begins.</summary>
    public int LeadMinutes { get; set; }

    /// <summary>Days ahead that can be booked; today is day 0.</summary>
    public int HorizonDays { get; set; }

    /// <summary>How long a hold lasts, in minutes.</summary>
    public int HoldMinutes { get; set; }

    /// <summary>Open bookings of one subject at a time.</summary>
    public int MostOpen { get; set; }

    /// <summary>Minutes after the beginning at which somebody counts as late.</summary>
    public int LateMinutes { get; set; }

    /// <summary>How long an offer from the waiting list stands, in minutes.</summary>
    public int OfferMinutes { get; set; }

    /// <summary>Offers made to one wish.</summary>
    public int MostOffers { get; set; }

    /// <summary>No offer is made before this time of day.</summary>
    public TimeOnly OffersFrom { get; set; }

    /// <summary>No offer is made after this time of day.</summary>
    public TimeOnly OffersUntil { get; set; }

    /// <summary>When on the day before residents are reminded.</summary>
    public TimeOnly RemindDayBeforeAt { get; set; }

    /// <summary>Minutes before the beginning at which residents are reminded again.</summary>
    public int RemindMinutesBefore { get; set; }
}

internal sealed class BookingPolicyMapping : IEntityTypeConfiguration<BookingPolicyRecord>
{
    public void Configure(EntityTypeBuilder<BookingPolicyRecord> entity)
    {
        entity.ToTable("booking_policy").HasKey(policy => policy.OnlyRow);
        entity.Property(policy => policy.OnlyRow).ValueGeneratedNever();
    }
}
