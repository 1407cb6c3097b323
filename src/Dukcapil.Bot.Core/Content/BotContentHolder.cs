namespace Dukcapil.Bot.Core.Content;

/// <summary>The content in use. Loaded once at start, before the host says it is ready.</summary>
public sealed class BotContentHolder
{
    private BotContent? _current;

    /// <summary>The content in use.</summary>
    /// <exception cref="InvalidOperationException">Nothing was loaded yet.</exception>
    public BotContent Current
    {
        get => _current ?? throw new InvalidOperationException("The content is not loaded yet.");
        set => _current = value;
    }
}
