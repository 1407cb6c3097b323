namespace Dukcapil.Bot.Core.Data.Tables;

/// <summary>
/// Opens an uploaded file of rows: a spreadsheet (<c>.xlsx</c>, told by its bytes) becomes comma-separated text in UTF-8, row for line;
/// anything else comes out as it is. A spreadsheet is held packed in memory, at most <see cref="LargestSpreadsheet"/>; nothing touches a
/// disk.
/// </summary>
public static class TableStream
{
    /// <summary>Largest spreadsheet, packed, in bytes: about 400,000 people.</summary>
    public const int LargestSpreadsheet = 32 * 1024 * 1024;

    private const int BufferSize = 65_536;

    private static ReadOnlySpan<byte> Archive => "PK\u0003\u0004"u8;

    /// <summary>Opens what comes in, which stays open.</summary>
    /// <exception cref="TableException">It is a spreadsheet that cannot be read.</exception>
    public static async Task<Stream> OpenAsync(Stream source, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        var start = new byte[4];
        var read = await source.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellationToken);
        if (!start.AsSpan(0, read).SequenceEqual(Archive)) return new StartedStream(start.AsMemory(0, read), source);

        var packed = new MemoryStream();
        packed.Write(start);
        var buffer = new byte[BufferSize];
        while ((read = await source.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (packed.Length + read > LargestSpreadsheet) throw new TableException(TableProblem.TooLarge);
            packed.Write(buffer, 0, read);
        }

        return SpreadsheetStream.Open(packed);
    }
}
