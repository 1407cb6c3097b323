using Dukcapil.Bot.Core.Messaging;

namespace Dukcapil.Bot.Core.Casework;

/// <summary>A case waits to be moved on by the job.</summary>
public sealed class CaseSignal
{
    /// <summary>The signal.</summary>
    public Signal Signal { get; } = new();
}
