namespace Dukcapil.Bot.Core.Scheduling;

/// <summary>One planned run of a scheduled work.</summary>
/// <param name="Key">Names what it stands for; the ledger lets a work run once for a key.</param>
/// <param name="Day">The office day it stands for.</param>
/// <param name="DueAt">When it was planned.</param>
public sealed record WorkRun(string Key, DateOnly Day, DateTimeOffset DueAt);
