namespace Dukcapil.Bot.Web.Pages.Cases;

/// <summary>The two receipts: stored kind, word in the address, title.</summary>
public static class ReceiptKinds
{
    private static readonly (string Kind, string Slug, string Title)[] All =
    [
        ("intake", "penerimaan", "Tanda terima berkas"),
        ("handover", "penyerahan", "Tanda terima penyerahan"),
    ];

    /// <summary>The stored kind of a word in an address; null when there is none.</summary>
    public static string? Kind(string slug) => Array.Find(All, kind => kind.Slug == slug).Kind;

    /// <summary>The word for a stored kind.</summary>
    public static string Slug(string kind) => Array.Find(All, known => known.Kind == kind).Slug;

    /// <summary>The title of a stored kind.</summary>
    public static string Title(string kind) => Array.Find(All, known => known.Kind == kind).Title;
}
