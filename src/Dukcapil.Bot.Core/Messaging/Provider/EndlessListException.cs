namespace Dukcapil.Bot.Core.Messaging.Provider;

/// <summary>The provider's list went on beyond every reasonable length: nothing is concluded from the part that was read.</summary>
/// <param name="pages">Pages that were read.</param>
public sealed class EndlessListException(int pages) : HttpRequestException($"The provider's list did not end within {pages} pages");
