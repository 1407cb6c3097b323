using Dukcapil.Bot.Dialogs.Recognizers;

namespace Dukcapil.Bot.Dialogs.Engine.Inputs;

/// <summary>Notices that somebody who never chose a language writes English, switches once and says how to switch back.</summary>
internal static class FirstLanguage
{
    internal static void Notice(Turn turn, string text)
    {
        if (turn.Language != Content.Language.Id || turn.Values.Find(ValueNames.Language) is not null || !EnglishText.IsClear(text)) return;
        turn.Values.Set(ValueNames.Language, DialogValue.Of("en"));
        turn.Say(turn.Sentence(EngineTexts.EnglishNoticed));
    }
}
