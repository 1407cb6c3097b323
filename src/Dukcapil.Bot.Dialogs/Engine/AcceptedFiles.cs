namespace Dukcapil.Bot.Dialogs.Engine;

/// <summary>Kinds of files that may be papers: a photo (JPEG, PNG) or a PDF.</summary>
public static class AcceptedFiles
{
    private static readonly IReadOnlyList<string> Types = ["image/jpeg", "image/png", "application/pdf"];

    /// <summary>Whether a content type, without parameters, is accepted.</summary>
    public static bool Has(string contentType) => Types.Contains(contentType, StringComparer.OrdinalIgnoreCase);
}
