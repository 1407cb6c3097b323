namespace Dukcapil.Bot.Core.Reminders.Imports;

/// <summary>Progress of reading a list. One writer, the reader of the list; any number of readers.</summary>
internal sealed class ImportProgress
{
    private long _bytes;

    /// <summary>Bytes read.</summary>
    public long Bytes
    {
        get => Interlocked.Read(ref _bytes);
        set => Interlocked.Exchange(ref _bytes, value);
    }

    /// <summary>Rows read, without the heading.</summary>
    public int Rows { get; set; }

    /// <summary>Rows taken.</summary>
    public int Accepted { get; set; }

    /// <summary>Rows not taken.</summary>
    public int Rejected { get; set; }

    /// <summary>Of these, rows whose NIK stood in the file before.</summary>
    public int Repeated { get; set; }

    /// <summary>Rows taken without a kelurahan.</summary>
    public int Unplaced { get; set; }
}
