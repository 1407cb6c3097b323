using Dukcapil.Bot.Dialogs.Engine;

namespace Dukcapil.Bot.Core.Content;

/// <summary>The content in use. Loaded once at start, before the host says it is ready.</summary>
public sealed class BotContentHolder
{
    private Loaded? _loaded;

    /// <summary>The content in use.</summary>
    /// <exception cref="InvalidOperationException">Nothing was loaded yet.</exception>
    public BotContent Current => Now.Content;

    /// <summary>The engine that runs it.</summary>
    /// <exception cref="InvalidOperationException">Nothing was loaded yet.</exception>
    public DialogEngine Engine => Now.Engine;

    private Loaded Now => _loaded ?? throw new InvalidOperationException("The content is not loaded yet.");

    /// <summary>Puts content into use.</summary>
    public void Use(BotContent content) => _loaded = new Loaded(content, content.CreateEngine());

    private sealed record Loaded(BotContent Content, DialogEngine Engine);
}
