using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Content;
using Dukcapil.Bot.Dialogs.Definitions;
using Dukcapil.Bot.Dialogs.Engine;
using Dukcapil.Bot.Dialogs.Recognizers;
using Dukcapil.Bot.Dialogs.Understanding;

namespace Dukcapil.Bot.Core.Content;

/// <summary>Everything the content folder holds, read, compiled and checked. Immutable; one instance serves all conversations.</summary>
/// <param name="Alur">The procedures.</param>
/// <param name="Dialogs">The dialogs, those made from the procedures included.</param>
/// <param name="Intents">How people say things.</param>
public sealed record BotContent(AlurCatalogue Alur, DialogCatalogue Dialogs, IntentCatalogue Intents)
{
    /// <summary>The shared phrases.</summary>
    public TextCatalogue Texts => Dialogs.Texts;

    /// <summary>The topics of information, in order.</summary>
    public IReadOnlyList<TopicDefinition> Topics { get; init; } = [];

    /// <summary>Model learned from the examples; null when there is none: the rules then decide alone.</summary>
    public LearnedModel? Learned { get; init; }

    /// <summary>Classifier of free sentences.</summary>
    public Understander CreateUnderstander() =>
        CreateUnderstander(Topics.ToDictionary(topic => topic.Id, topic => topic.Phrases, StringComparer.Ordinal));

    /// <summary>An engine that runs this content and understands free sentences.</summary>
    public DialogEngine CreateEngine() => CreateEngine(CreateUnderstander());

    /// <summary>An engine that runs this content and understands free sentences, with other phrases that lead to topics.</summary>
    public DialogEngine CreateEngine(IReadOnlyDictionary<string, IReadOnlyList<string>> phrases) =>
        CreateEngine(CreateUnderstander(phrases));

    private Understander CreateUnderstander(IReadOnlyDictionary<string, IReadOnlyList<string>> phrases) =>
        new(Intents, Learned, new TopicPhrases(Intents, phrases));

    private DialogEngine CreateEngine(Understander understander) =>
        new(Dialogs, understander.Understand, understander.UnderstandDigression, understander.Answer);
}
