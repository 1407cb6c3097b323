using System.Runtime.CompilerServices;

namespace Dukcapil.Bot.Dialogs.Tests.Transcripts;

/// <summary>
/// Plays every conversation of this folder and compares it word for word. To rewrite what the bot says after a wanted change, set
/// <c>REWRITE_TRANSCRIPTS=1</c>, run, and read the difference before committing it.
/// </summary>
public sealed class TranscriptTests
{
    /// <summary>Conversations with the office's own dialogs; the others have dialogs of their own.</summary>
    private static readonly string[] Shipped = ["janji-", "pengaduan-", "pengingat-"];

    public static TheoryData<string> Names =>
        [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Transcripts"), "*.txt")
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Conversation_played_reads_as_written(string name)
    {
        var written = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Transcripts", $"{name}.txt")).ReplaceLineEndings("\n");
        var played = new TranscriptPlayer(
            Shipped.Any(topic => name.StartsWith(topic, StringComparison.Ordinal)) ? ShippedTalk.Engine : null).Play(written);
        if (Environment.GetEnvironmentVariable("REWRITE_TRANSCRIPTS") == "1")
            File.WriteAllText(Path.Combine(SourceFolder(), $"{name}.txt"), played);
        else played.ShouldBe(written);
    }

    private static string SourceFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
