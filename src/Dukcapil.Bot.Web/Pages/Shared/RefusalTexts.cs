using Dukcapil.Bot.Content;
using Dukcapil.Bot.Core.Content;

namespace Dukcapil.Bot.Web.Pages.Shared;

/// <summary>The sentences of refusals (<c>texts/penolakan.yaml</c>).</summary>
public sealed class RefusalTexts(BotContentHolder content)
{
    /// <summary>Why it was not done and what to do, for staff.</summary>
    public string Sentence(Refusal refusal) =>
        content.Current.Texts[$"penolakan.{refusal.Code}"].Fill(Language.Id, name => refusal.Values?.GetValueOrDefault(name));
}
