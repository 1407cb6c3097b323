using System.Globalization;
using System.Text;

namespace Dukcapil.Bot.Tests.Provider;

/// <summary>Makes PDF files object by object, with a right cross-reference table.</summary>
internal static class PdfSample
{
    /// <summary>A document of one page.</summary>
    /// <param name="catalog">Further entries of the catalogue.</param>
    /// <param name="more">Objects from number 4 on.</param>
    public static byte[] Document(string catalog = "", params byte[][] more) => Build(
    [
        Text($"<< /Type /Catalog /Pages 2 0 R {catalog} >>"),
        Text("<< /Type /Pages /Kids [3 0 R] /Count 1 >>"),
        Text("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>"),
        .. more,
    ]);

    /// <summary>A file of the given objects; the first is the catalogue.</summary>
    public static byte[] Build(IReadOnlyList<byte[]> objects)
    {
        using var file = new MemoryStream();
        file.Write("%PDF-1.7\n"u8);
        var table = new StringBuilder();
        for (var number = 1; number <= objects.Count; number++)
        {
            table.Append(CultureInfo.InvariantCulture, $"{file.Length:0000000000} 00000 n \n");
            file.Write([.. Text($"{number} 0 obj\n"), .. objects[number - 1], .. "\nendobj\n"u8]);
        }

        var at = file.Length;
        file.Write(Text(
            $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n{table}trailer\n"
            + $"<< /Size {objects.Count + 1} /Root 1 0 R >>\nstartxref\n{at}\n%%EOF\n"));
        return file.ToArray();
    }

    /// <summary>A stream.</summary>
    public static byte[] Stream(string entries, byte[] data) =>
        [.. Text($"<< {entries} /Length {data.Length} >>\nstream\n"), .. data, .. "\nendstream"u8];

    public static byte[] Text(string text) => Encoding.Latin1.GetBytes(text);
}
