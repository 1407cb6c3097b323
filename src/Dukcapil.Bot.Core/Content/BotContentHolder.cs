using Dukcapil.Bot.Dialogs.Engine;

namespace Dukcapil.Bot.Core.Content;

/// <summary>
/// Holder of the content in use: loaded once at the start, before the host is ready; phrases that staff publish are added later.
/// </summary>
public sealed class BotContentHolder
{
    private volatile Loaded? _loaded;

    /// <summary>The content in use.</summary>
    /// <exception cref="InvalidOperationException">Nothing was loaded yet.</exception>
    public BotContent Current => Now.Content;

    /// <summary>The engine that runs it.</summary>
    /// <exception cref="InvalidOperationException">Nothing was loaded yet.</exception>
    public DialogEngine Engine => Now.Engine;

    private Loaded Now => _loaded ?? throw new InvalidOperationException("The content is not loaded yet.");

    /// <summary>Sets the content in use.</summary>
    public void Use(BotContent content) => _loaded = new Loaded(content, content.CreateEngine());

    /// <summary>Replaces the phrases that lead to topics of information.</summary>
    /// <exception cref="InvalidOperationException">Nothing was loaded yet.</exception>
    public void UsePhrases(IReadOnlyDictionary<string, IReadOnlyList<string>> phrases) =>
        _loaded = Now with { Engine = Current.CreateEngine(phrases) };

    private sealed record Loaded(BotContent Content, DialogEngine Engine);
}
