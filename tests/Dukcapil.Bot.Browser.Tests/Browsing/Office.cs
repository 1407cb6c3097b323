using Dukcapil.Bot.Tests.Fixtures;

namespace Dukcapil.Bot.Browser.Tests.Browsing;

/// <summary>One host for all browser tests, which take turns: two browsers at work would only slow each other down.</summary>
[CollectionDefinition(Name)]
public sealed class Office : ICollectionFixture<BotApp>
{
    /// <summary>Name of the collection.</summary>
    public const string Name = "Office";
}
