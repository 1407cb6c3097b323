namespace Dukcapil.Bot.Core.Reminders.Campaigns;

/// <summary>
/// Two-sided test of two proportions with pooled variance, at 95 %: whether those told do something more often than those held out. Phones
/// count, not people, since the arms were drawn by phone. Pure.
/// </summary>
public sealed record HeldOutComparison(int Told, int ToldDid, int Held, int HeldDid)
{
    /// <summary>Critical value of the normal distribution at 95 %, two-sided.</summary>
    private const double Limit = 1.96;

    /// <summary>Smallest expected count on any side for the test to be valid.</summary>
    private const double Least = 5;

    /// <summary>Share of the told who did, from 0 to 1.</summary>
    public double ToldRate => Told == 0 ? 0 : (double)ToldDid / Told;

    /// <summary>Share of the held out who did, from 0 to 1.</summary>
    public double HeldRate => Held == 0 ? 0 : (double)HeldDid / Held;

    /// <summary>What the numbers allow to say.</summary>
    public HeldOutVerdict Verdict
    {
        get
        {
            if (Told == 0 || Held == 0) return HeldOutVerdict.TooFew;
            var pooled = (double)(ToldDid + HeldDid) / (Told + Held);
            if (Math.Min(Told, Held) * Math.Min(pooled, 1 - pooled) < Least) return HeldOutVerdict.TooFew;
            var score = (ToldRate - HeldRate) / Math.Sqrt(pooled * (1 - pooled) * ((1.0 / Told) + (1.0 / Held)));
            return score > Limit ? HeldOutVerdict.Helps : score < -Limit ? HeldOutVerdict.Hurts : HeldOutVerdict.Chance;
        }
    }
}

/// <summary>What a comparison allows to say.</summary>
public enum HeldOutVerdict
{
    /// <summary>Too few to say anything.</summary>
    TooFew,

    /// <summary>The difference may be chance.</summary>
    Chance,

    /// <summary>The told did it more often, by more than chance.</summary>
    Helps,

    /// <summary>The told did it less often, by more than chance.</summary>
    Hurts,
}
