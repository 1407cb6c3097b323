namespace Dukcapil.Bot.Core.Conversations;

/// <summary>
/// How far an act reaches beyond its own resident. It decides whether the turn may share its transaction with turns of others.
/// </summary>
public enum ActIsolation
{
    /// <summary>It may wait for somebody else's lock or takes long: the turn has a transaction of its own.</summary>
    OwnTransaction,

    /// <summary>It only reads, or leaves what it writes to the end of the turn.</summary>
    ReadsOnly,

    /// <summary>It writes rows that are its resident's alone.</summary>
    OwnRows,
}
