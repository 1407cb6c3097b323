using Dukcapil.Bot.Content;
using Dukcapil.Bot.Core.Content;

namespace Dukcapil.Bot.Web.Pages.Shared;

/// <summary>
/// The sentences of reasons that the program gave (<c>texts/alasan-pesan.yaml</c>), which the database holds as codes. What an officer typed
/// or the provider's code means stands in the database as it is read, and behind a code after a colon.
/// </summary>
public sealed class ReasonTexts(BotContentHolder content)
{
    /// <summary>A reason as staff read it.</summary>
    public string Of(string reason)
    {
        var code = reason.Split(": ", 2)[0];
        return content.Current.Texts.All.TryGetValue($"alasan-pesan.{code}", out var text)
            ? string.Concat(text.In(Language.Id), reason.AsSpan(code.Length))
            : reason;
    }
}
