namespace Dukcapil.Bot.Core.Reminders.Campaigns;

/// <summary>Whom a campaign would write to, counted now.</summary>
public sealed record AudiencePreview
{
    /// <summary>Everybody who belongs to it.</summary>
    public required int All { get; init; }

    /// <summary>Those who can be reached.</summary>
    public required int Reachable { get; init; }

    /// <summary>Their phones: each gets one message.</summary>
    public required int Phones { get; init; }

    /// <summary>Phones whose 24-hour window is open now: a message to them costs nothing.</summary>
    public required int OpenWindows { get; init; }

    /// <summary>By code of kelurahan; null for people of none. In order of the codes.</summary>
    public required IReadOnlyList<AudienceCount<string?>> ByPlace { get; init; }

    /// <summary>By age in whole years, youngest first.</summary>
    public required IReadOnlyList<AudienceCount<int>> ByAge { get; init; }

    /// <summary>Who cannot be reached, by reason.</summary>
    public required IReadOnlyList<AudienceCount<string>> Unreachable { get; init; }

    /// <summary>People who share a phone with another one of the audience and are told by the same message.</summary>
    public int SharePhone => Reachable - Phones;

    /// <summary>Messages that need a template, once so many percent of the phones are held out.</summary>
    public int TemplateMessages(int heldOutPercent) => (int)Math.Ceiling((Phones - OpenWindows) * (100 - heldOutPercent) / 100.0);
}

/// <summary>How many of one group.</summary>
/// <param name="Key">The group.</param>
/// <param name="All">Everybody in it.</param>
/// <param name="Reachable">Those who can be reached.</param>
public sealed record AudienceCount<TKey>(TKey Key, int All, int Reachable);
