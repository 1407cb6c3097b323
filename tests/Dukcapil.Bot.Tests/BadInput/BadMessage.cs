using Dukcapil.Bot.Tests.Fixtures;

namespace Dukcapil.Bot.Tests.BadInput;

/// <summary>Something a resident sends that answers no question.</summary>
internal sealed record BadMessage(string Name, Func<SimulatedPhone, Task> SendAsync)
{
    private static readonly byte[] LargePdf = Papers.Pdf(20 * 1024 * 1024);

    /// <summary>What is no text: answered alike wherever it comes.</summary>
    public static IReadOnlyList<BadMessage> Kinds { get; } =
    [
        new("sticker", phone => phone.SendSampleAsync("sticker")),
        new("voice note", phone => phone.SendSampleAsync("voice")),
        new("video", phone => phone.SendSampleAsync("video")),
        new("contact card", phone => phone.SendSampleAsync("contact")),
        new("location", phone => phone.SendPlaceAsync()),
        new("old button", phone => phone.TapAsync("menu/pilih/urus-lama", "Urus dokumen")),
        new("text file", phone => phone.SendFilesAsync([("bukan gambar"u8.ToArray(), "text/plain")])),
    ];

    /// <summary>Files that look right until they are fetched.</summary>
    public static IReadOnlyList<BadMessage> Files { get; } =
    [
        new("PDF of 20 MB", phone => phone.SendFilesAsync([(LargePdf, "application/pdf")])),
        new("text file named as image", phone => phone.SendFilesAsync([("bukan gambar"u8.ToArray(), "image/jpeg")])),
    ];

    /// <summary>Texts with nothing in them that could be an answer.</summary>
    public static IReadOnlyList<BadMessage> Blank { get; } =
    [
        Text("empty", ""),
        Text("10,000 characters", new string('x', 10_000)),
        Text("zero width", "\u200B\u200D\u2060\uFEFF"),
    ];

    /// <summary>Texts that are an answer only where anything may be written.</summary>
    public static IReadOnlyList<BadMessage> Texts { get; } =
    [
        Text("emoji", "😀🎉🐘"),
        Text("SQL", "'; DROP TABLE cases; --"),
        Text("HTML", "<script>alert(1)</script><b>"),
        Text("right to left", "\u202Eمرحبا\u202C"),
        Text("placeholder", "{nik} {nama} *_~`"),
        Text("short NIK", "36720117089599"),
        Text("long NIK", "36720117089599019999"),
        Text("impossible NIK", "3672019913959901"),
    ];

    private static BadMessage Text(string name, string text) => new(name, phone => phone.SendAsync(text));
}
