namespace Dukcapil.Bot.Tests.Queues;

/// <summary>Somebody who comes to the office on the simulated day, and what they will do. Drawn before the day begins.</summary>
internal sealed class DayVisitor
{
    /// <summary>Minutes after opening; null when they never come.</summary>
    public required int? Arrival { get; init; }

    /// <summary>Start of the slot, in minutes after opening; null for a walk-in.</summary>
    public required int? Slot { get; init; }

    public required string Service { get; init; }

    public required bool IsPriority { get; init; }

    /// <summary>How often they will not be there when called.</summary>
    public required int Absences { get; init; }

    /// <summary>Minutes at the counter.</summary>
    public required int Length { get; init; }

    /// <summary>Sent on to another service once, half-way.</summary>
    public required string? SentTo { get; init; }

    public required bool HasPhone { get; init; }

    /// <summary>A whole day of visitors.</summary>
    public static IReadOnlyList<DayVisitor> Draw(int count, Random random) =>
        Enumerable.Range(0, count).Select(n => DrawOne(n, random)).ToList();

    private static DayVisitor DrawOne(int n, Random random)
    {
        var slot = n % 2 == 0 ? random.Next(0, 24) * 15 : (int?)null;
        // Nine of ten with a booking come: most of them early, some late; walk-ins mostly in the morning.
        int? arrival = slot is not { } start ? Math.Min(random.Next(0, 390), random.Next(0, 390))
            : random.Next(10) == 0 ? null
            : Math.Max(0, start + (random.Next(5) == 0 ? random.Next(1, 60) : -random.Next(0, 35)));
        var service = random.Next(4) switch { 0 => "sktt", 1 => "kk-pindah-datang", _ => "ktp-rusak-hilang" };
        return new DayVisitor
        {
            Slot = slot,
            Arrival = arrival,
            Service = service,
            IsPriority = random.Next(12) == 0,
            Absences = random.Next(12) switch { 0 => 1, 1 => 5, _ => 0 },
            Length = random.Next(3, 13),
            SentTo = random.Next(15) == 0 ? "kk-pindah-datang" : null,
            HasPhone = slot is not null || random.Next(3) == 0,
        };
    }
}
