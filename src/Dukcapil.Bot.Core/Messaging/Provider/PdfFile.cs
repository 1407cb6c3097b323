using UglyToad.PdfPig;

namespace Dukcapil.Bot.Core.Messaging.Provider;

/// <summary>
/// Judges a PDF by its structure, never by words in its bytes: a scan of some megabytes holds every short word by chance, and a name can be
/// written in many ways (ISO 32000-1, 7.3.5). Cost of a scan of 0.1 to 10 MB: about 10 to 40 ms and its size in memory.
/// </summary>
internal static class PdfFile
{
    /// <summary>Readers look for the beginning so far (ISO 32000-1, annex H, note 13).</summary>
    private const int BeginsWithin = 1024;

    /// <summary>Far above what makers of papers nest.</summary>
    private const int DeepestNesting = 64;

    private static ReadOnlySpan<byte> Start => "%PDF-"u8;

    private static ReadOnlySpan<byte> End => "%%EOF"u8;

    /// <summary>Whether a file begins like a PDF, a byte-order mark and blanks before it allowed.</summary>
    public static bool Begins(ReadOnlySpan<byte> file) => StartOf(file) >= 0;

    /// <summary>
    /// The document from its beginning to its end, without what stands before and after. Null when it has no page, needs a password, or
    /// does more than show pages (<see cref="PdfStructure"/>).
    /// </summary>
    public static byte[]? Strip(ReadOnlySpan<byte> file)
    {
        var start = StartOf(file);
        var end = file.LastIndexOf(End);
        if (start < 0 || end < start) return null;
        byte[] document = [.. file[start..(end + End.Length)], (byte)'\n'];
        return IsHarmless(document) ? document : null;
    }

    private static int StartOf(ReadOnlySpan<byte> file)
    {
        var at = file[..Math.Min(file.Length, BeginsWithin)].IndexOf(Start);
        return at >= 0 && !file[..at].ContainsAnyExcept(Before) ? at : -1;
    }

    // Blanks, and the byte-order mark of UTF-8.
    private static ReadOnlySpan<byte> Before => [0x20, 0x09, 0x0A, 0x0C, 0x0D, 0x00, 0xEF, 0xBB, 0xBF];

    private static bool IsHarmless(byte[] document)
    {
        try
        {
            var options = new ParsingOptions
            {
                UseLenientParsing = true,
                SkipMissingFonts = true,
                MaxStackDepth = DeepestNesting,
                FilterProvider = new BoundedFilters(),
            };
            using var pdf = PdfDocument.Open(document, options);
            return pdf.NumberOfPages > 0 && new PdfStructure(pdf.Structure).IsHarmless();
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // Whatever the parser stumbles over: a document it cannot read to its end is not known to be harmless.
            return false;
        }
    }
}
