using Dukcapil.Bot.Core;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Dukcapil.Bot.Web.Pages.Shared;

/// <summary>What the next page says about the last click.</summary>
public static class Flash
{
    /// <summary>Key of the sentence about what was done.</summary>
    public const string DoneKey = "done";

    /// <summary>Key of the sentence about why it was not.</summary>
    public const string RefusedKey = "refused";

    /// <summary>Keeps the sentence for an outcome.</summary>
    public static void Report(this ITempDataDictionary flash, Outcome outcome, string done, RefusalTexts texts)
    {
        if (outcome.Refusal is { } refusal) flash[RefusedKey] = texts.Sentence(refusal);
        else flash[DoneKey] = done;
    }
}
