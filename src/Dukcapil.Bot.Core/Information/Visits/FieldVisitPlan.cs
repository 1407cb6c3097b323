namespace Dukcapil.Bot.Core.Information.Visits;

/// <summary>
/// What is announced of one visit, from the page or from a line of a file. Limits are checked by <see cref="FieldVisitRules"/>.
/// </summary>
public sealed record FieldVisitPlan
{
    /// <summary>Kemendagri code of the kelurahan.</summary>
    public required string Kelurahan { get; init; }

    /// <summary>What for.</summary>
    public required FieldVisitKind Kind { get; init; }

    /// <summary>The office's day.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>From when, WIB.</summary>
    public required TimeOnly Starts { get; init; }

    /// <summary>Until when, WIB.</summary>
    public required TimeOnly Ends { get; init; }

    /// <summary>Where.</summary>
    public required string Place { get; init; }

    /// <summary>What to bring or to know, or null.</summary>
    public string? Note { get; init; }

    /// <summary>It does not take place.</summary>
    public bool IsCancelled { get; init; }

    /// <summary>Unique key of a field visit.</summary>
    internal (string Kelurahan, FieldVisitKind Kind, DateOnly Day, TimeOnly Starts) Key => (Kelurahan, Kind, Day, Starts);
}
