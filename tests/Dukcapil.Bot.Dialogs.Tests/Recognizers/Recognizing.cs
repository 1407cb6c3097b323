using Dukcapil.Bot.Content;
using Dukcapil.Bot.Dialogs.Recognizers;
using Dukcapil.Bot.Dialogs.Understanding;

namespace Dukcapil.Bot.Dialogs.Tests.Recognizers;

/// <summary>Runs a recogniser by its dialog name on a fixed office day.</summary>
internal static class Recognizing
{
    public static readonly DateOnly Today = new(2026, 11, 22);

    public static Recognition Read(string recognizer, string text) =>
        RecognizerSet.All[recognizer].Recognize(text, new RecognizerContext(Language.Id, Today));

    /// <summary>What decides in the product: the rules of <c>niat.yaml</c> and the learned model.</summary>
    public static readonly Understander Shipped = new(IntentCatalogue.Read(Content("niat.yaml")), Model());

    public static YamlMap Content(string path)
    {
        var problems = new List<ContentProblem>();
        var file = ContentFile.Parse(path, File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "dialogs", path)), problems);
        problems.ShouldBeEmpty();
        return file.ShouldNotBeNull();
    }

    /// <summary>The model as it is shipped.</summary>
    public static LearnedModel Model()
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "dialogs", LearnedModel.FileName));
        return LearnedModel.Read(file);
    }
}
