using System.Buffers.Binary;

namespace Dukcapil.Bot.Core.Messaging.Inbox;

/// <summary>
/// How a resident's messages came lately: all that <see cref="FloodGuard"/> and <see cref="LateNotice"/> need to know. Kept with the
/// conversation as a few bytes, because it is read and written with every message.
/// </summary>
public sealed record FloodCounter
{
    private const byte Version = 1;
    private const int Length = 50;

    /// <summary>When the minute that is being counted began.</summary>
    public DateTimeOffset MinuteStart { get; init; }

    /// <summary>Texts and taps in that minute.</summary>
    public int Texts { get; init; }

    /// <summary>Messages with photos or files in that minute.</summary>
    public int Photos { get; init; }

    /// <summary>Keyed hash of the last text.</summary>
    public long TextKey { get; init; }

    /// <summary>How often it came in a row.</summary>
    public int Repeats { get; init; }

    /// <summary>How often of these at the pace of a machine, in a row.</summary>
    public int MachineRepeats { get; init; }

    /// <summary>When the last text came.</summary>
    public DateTimeOffset LastTextAt { get; init; }

    /// <summary>Until when nothing is answered; in the past when everything is.</summary>
    public DateTimeOffset QuietUntil { get; init; }

    /// <summary>When the resident was last told that messages came late; the beginning of time when never.</summary>
    public DateTimeOffset LateToldAt { get; init; }

    /// <summary>The message before came late as well.</summary>
    public bool WasLate { get; init; }

    /// <summary>Reads what was kept; a fresh one when nothing was, or another version wrote it.</summary>
    public static FloodCounter Read(ReadOnlySpan<byte> bytes) => bytes is not [Version, ..] || bytes.Length != Length
        ? new FloodCounter()
        : new FloodCounter
        {
            WasLate = bytes[1] != 0,
            MinuteStart = Moment(bytes[2..]),
            LastTextAt = Moment(bytes[10..]),
            QuietUntil = Moment(bytes[18..]),
            LateToldAt = Moment(bytes[26..]),
            TextKey = BinaryPrimitives.ReadInt64LittleEndian(bytes[34..]),
            Texts = BinaryPrimitives.ReadUInt16LittleEndian(bytes[42..]),
            Photos = BinaryPrimitives.ReadUInt16LittleEndian(bytes[44..]),
            Repeats = BinaryPrimitives.ReadUInt16LittleEndian(bytes[46..]),
            MachineRepeats = BinaryPrimitives.ReadUInt16LittleEndian(bytes[48..]),
        };

    /// <summary>The bytes to keep. Counts end at 65,535, far above every limit.</summary>
    public byte[] Write()
    {
        var bytes = new byte[Length];
        bytes[0] = Version;
        bytes[1] = WasLate ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(2), MinuteStart.UtcTicks);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(10), LastTextAt.UtcTicks);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(18), QuietUntil.UtcTicks);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(26), LateToldAt.UtcTicks);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(34), TextKey);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(42), Count(Texts));
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(44), Count(Photos));
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(46), Count(Repeats));
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(48), Count(MachineRepeats));
        return bytes;
    }

    private static ushort Count(int value) => (ushort)Math.Min(value, ushort.MaxValue);

    private static DateTimeOffset Moment(ReadOnlySpan<byte> bytes) => new(BinaryPrimitives.ReadInt64LittleEndian(bytes), TimeSpan.Zero);
}
