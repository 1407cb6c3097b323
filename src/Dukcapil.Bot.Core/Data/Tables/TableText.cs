using System.Text;
using System.Text.Unicode;

namespace Dukcapil.Bot.Core.Data.Tables;

/// <summary>
/// Text of uploaded files: UTF-8 or UTF-16 with a mark, UTF-8 without one, or, from older spreadsheets, Windows-1252, which anything is
/// that is no valid UTF-8.
/// </summary>
public static class TableText
{
    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
    private static readonly Encoding[] Marked = [Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode];

    /// <summary>A value or a whole file as text, without a byte-order mark.</summary>
    public static string Of(ReadOnlySpan<byte> bytes)
    {
        foreach (var encoding in Marked)
            if (bytes.StartsWith(encoding.Preamble)) return encoding.GetString(bytes[encoding.Preamble.Length..]);
        return Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : Windows.GetString(bytes);
    }

    /// <summary>
    /// The rows of a whole file, a spreadsheet too, as comma-separated or other separated text; null when it is longer than allowed.
    /// </summary>
    /// <exception cref="TableException">It is a spreadsheet that cannot be read.</exception>
    public static async Task<string?> ReadAsync(Stream file, int mostCharacters, CancellationToken cancellationToken)
    {
        await using var rows = await TableStream.OpenAsync(file, cancellationToken);
        using var copy = new MemoryStream();
        var buffer = new byte[65_536];
        for (int read; (read = await rows.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (copy.Length + read > 4L * mostCharacters) return null;
            copy.Write(buffer, 0, read);
        }

        var text = Of(copy.GetBuffer().AsSpan(0, (int)copy.Length));
        return text.Length > mostCharacters ? null : text;
    }
}
