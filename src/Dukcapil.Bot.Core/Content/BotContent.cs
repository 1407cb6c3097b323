using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Content;
using Dukcapil.Bot.Dialogs.Engine;

namespace Dukcapil.Bot.Core.Content;

/// <summary>One version of everything residents read and every procedure, checked.</summary>
/// <param name="Alur">The procedures.</param>
/// <param name="Engine">The engine with the dialogs.</param>
public sealed record BotContent(AlurCatalogue Alur, DialogEngine Engine)
{
    /// <summary>The shared phrases.</summary>
    public TextCatalogue Texts => Engine.Catalogue.Texts;
}
