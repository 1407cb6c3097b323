using Dukcapil.Bot.Core.Casework.Records;

namespace Dukcapil.Bot.Web.Pages.Cases;

/// <summary>The two receipts: kind, word in the address, title.</summary>
public static class ReceiptKinds
{
    private static readonly (ReceiptKind Kind, string Slug, string Title)[] All =
    [
        (ReceiptKind.Intake, "penerimaan", "Tanda terima berkas"),
        (ReceiptKind.Handover, "penyerahan", "Tanda terima penyerahan"),
    ];

    /// <summary>The kind of a word in an address; null when there is none.</summary>
    public static ReceiptKind? Kind(string slug) =>
        All.Where(known => known.Slug == slug).Select(known => (ReceiptKind?)known.Kind).FirstOrDefault();

    /// <summary>The word for a kind.</summary>
    public static string Slug(ReceiptKind kind) => Array.Find(All, known => known.Kind == kind).Slug;

    /// <summary>The title of a kind.</summary>
    public static string Title(ReceiptKind kind) => Array.Find(All, known => known.Kind == kind).Title;
}
