using Dukcapil.Bot.Tests.Fixtures;

namespace Dukcapil.Bot.Tests.Journeys;

/// <summary>Journeys that share one running host.</summary>
[CollectionDefinition(Name)]
public sealed class OfficeCollection : ICollectionFixture<BotApp>
{
    /// <summary>Its name.</summary>
    public const string Name = "office";
}
