namespace Dukcapil.Bot.Core.Messaging.Provider;

/// <summary>Tells by its bytes what a file is that is no photo and no document, so that the resident hears the sentence for it.</summary>
internal static class OtherFile
{
    /// <summary>
    /// Where a film's table of tracks is looked for: at its beginning, and at its end in files that were written in one go.
    /// </summary>
    private const int TracksWithin = 256 * 1024;

    private static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    /// <summary>What it is; null for anything else.</summary>
    public static MediaFailure? KindOf(ReadOnlySpan<byte> file)
    {
        if (file.Length >= 12 && file[4..].StartsWith("ftyp"u8)) return IsoKind(file);
        if (file.StartsWith("RIFF"u8) && file.Length >= 12) return RiffKind(file[8..]);
        if (file.StartsWith((ReadOnlySpan<byte>)[0x1A, 0x45, 0xDF, 0xA3])) return MediaFailure.Video; // Matroska and WebM
        if (IsSound(file)) return MediaFailure.Voice;
        return IsCard(file) ? MediaFailure.Contact : null;
    }

    // ISO/IEC 14496-12, also 3GP and QuickTime: a film has a track of pictures; phones record sound in the same form.
    private static MediaFailure IsoKind(ReadOnlySpan<byte> file)
    {
        if (file[8..].StartsWith("M4A"u8) || file[8..].StartsWith("M4B"u8)) return MediaFailure.Voice;
        return HasTrack(file, "vide"u8) || !HasTrack(file, "soun"u8) ? MediaFailure.Video : MediaFailure.Voice;
    }

    private static bool HasTrack(ReadOnlySpan<byte> file, ReadOnlySpan<byte> kind) =>
        file[..Math.Min(file.Length, TracksWithin)].IndexOf(kind) >= 0 || file[^Math.Min(file.Length, TracksWithin)..].IndexOf(kind) >= 0;

    private static MediaFailure? RiffKind(ReadOnlySpan<byte> form) =>
        form.StartsWith("WAVE"u8) ? MediaFailure.Voice : form.StartsWith("AVI "u8) ? MediaFailure.Video : null;

    private static bool IsSound(ReadOnlySpan<byte> file) =>
        file.StartsWith("OggS"u8) || file.StartsWith("ID3"u8) || file.StartsWith("#!AMR"u8) || file.StartsWith("fLaC"u8)
            || IsMpegSound(file);

    // A frame of MP3 or AAC: eleven bits set, then a version and a layer that exist.
    private static bool IsMpegSound(ReadOnlySpan<byte> file) =>
        file.Length >= 2 && file[0] == 0xFF && file[1] is 0xFB or 0xFA or 0xF3 or 0xF2 or 0xF1 or 0xF9;

    private static bool IsCard(ReadOnlySpan<byte> file)
    {
        var text = (file.StartsWith(Mark) ? file[Mark.Length..] : file).TrimStart(" \t\r\n"u8);
        return text.Length >= 11 && System.Text.Ascii.EqualsIgnoreCase(text[..11], "BEGIN:VCARD"u8);
    }
}
