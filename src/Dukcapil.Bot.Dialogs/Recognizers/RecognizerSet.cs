namespace Dukcapil.Bot.Dialogs.Recognizers;

/// <summary>The recognisers that a dialog file can name in <c>as:</c>.</summary>
public static class RecognizerSet
{
    /// <summary>Name to recogniser.</summary>
    public static IReadOnlyDictionary<string, Recognizer> All { get; } = new Dictionary<string, Recognizer>(StringComparer.Ordinal)
    {
        ["name"] = new NameRecognizer(),
        ["nik"] = new NikRecognizer(),
        ["kk"] = new FamilyCardRecognizer(),
        ["phone"] = new PhoneRecognizer(),
        ["date"] = new BirthDateRecognizer(),
        ["kelurahan"] = new KelurahanRecognizer(),
        ["yesno"] = new YesNoRecognizer(),
        ["text"] = new FreeTextRecognizer(),
        ["number"] = new NumberRecognizer(),
    };
}
