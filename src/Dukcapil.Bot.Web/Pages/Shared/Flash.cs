using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Dukcapil.Bot.Web.Pages.Shared;

/// <summary>Messages for the next page about the last operations: every sentence once, the oldest first.</summary>
public static class Flash
{
    private const string DoneKey = "done";

    private const string RefusedKey = "refused";

    /// <summary>Says what was done.</summary>
    public static void Say(this ITempDataDictionary flash, string done) => Add(flash, DoneKey, done);

    /// <summary>Says why something was not done.</summary>
    public static void Refuse(this ITempDataDictionary flash, string why) => Add(flash, RefusedKey, why);

    /// <summary>Says what came of an operation.</summary>
    public static void Report(this ITempDataDictionary flash, Outcome outcome, string done, RefusalTexts texts)
    {
        if (outcome.Refusal is { } refusal) flash.Refuse(texts.Sentence(refusal));
        else flash.Say(done);
    }

    /// <summary>What was done; read once.</summary>
    public static IEnumerable<string> Done(this ITempDataDictionary flash) => flash[DoneKey] as string[] ?? [];

    /// <summary>What was not done; read once.</summary>
    public static IEnumerable<string> Refused(this ITempDataDictionary flash) => flash[RefusedKey] as string[] ?? [];

    /// <summary>Whether the next page will say that something was not done.</summary>
    public static bool HasRefused(this ITempDataDictionary flash) => flash.Peek(RefusedKey) is string[] { Length: > 0 };

    private static void Add(ITempDataDictionary flash, string key, string sentence)
    {
        var said = flash.Peek(key) as string[] ?? [];
        if (!said.Contains(sentence, StringComparer.Ordinal)) flash[key] = said.Append(sentence).ToArray();
    }
}
