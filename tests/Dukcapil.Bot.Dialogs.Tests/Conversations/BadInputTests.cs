using System.Text;
using Dukcapil.Bot.Dialogs.Engine;

namespace Dukcapil.Bot.Dialogs.Tests.Conversations;

/// <summary>Whatever a resident sends, there is an answer that fits WhatsApp, and the conversation stands.</summary>
public sealed class BadInputTests
{
    private static readonly string[][] Ways =
    [
        [],
        ["halo"],
        ["halo", "1"],
        ["halo", "1", "ktp"],
        ["halo", "1", "kk"],
        ["halo", "1", "kk", "Siti Aminah"],
        ["halo", "1", "kk", "Siti Aminah", "3672014107909901"],
        ["halo", "1", "kk", "Siti Aminah", "3672014107909901", "Ciwaduk"],
        ["halo", "1", "kk", "Siti Aminah", "3672014107909901", "Ciwaduk", "1"],
        ["halo", "1", "kk", "Siti Aminah", "3672014107909901", "Ciwaduk", "1", "selesai"],
        ["halo", "1", "kk", "Siti Aminah", "3672014107909901", "Ciwaduk", "1", "loket semua"],
        ["halo", "1", "kk", "Siti Aminah", "3672014107909901", "Ciwaduk", "1", "loket semua", "lanjut"],
    ];

    private static readonly string[] Odd =
    [
        "", " ", "\n\t", "🙏", "👨‍👩‍👧‍👦😀", "1️⃣", "\u200b\u200d\ufeff", "\u202eikal\u202c", "'; DROP TABLE cases;--",
        "<script>alert(1)</script>", "{nama}", "{", "}{",
        "\ud800", "٣٤", "99999999999999999999", "-1", "0", "3672", "../../etc", "null", "KEMBALI", "ulang", "batal", "status", "cek",
        "loket", "ganti", "tetap", "%s%n", "*_~`",
    ];

    public static TheoryData<int> WayNumbers => [.. Enumerable.Range(0, Ways.Length)];

    [Theory]
    [MemberData(nameof(WayNumbers))]
    public void Odd_text_at_any_question_is_answered(int way)
    {
        foreach (var text in Odd.Append(new string('a', 10_000)).Append(string.Concat(Enumerable.Repeat("😀", 5_000))))
        {
            Expect(At(way).Say(text));
            Expect(At(way).SayAfter(TimeSpan.FromDays(3), text));
            Expect(At(way).Photo("a", text));
            Expect(At(way).Tap(text + "/x"));
        }
    }

    [Theory]
    [MemberData(nameof(WayNumbers))]
    public void Unusable_message_is_no_failed_try(int way)
    {
        var chat = At(way);
        var at = chat.At;
        for (var time = 0; time < 4; time++) Expect(chat.Unsupported());
        if (way > 0) chat.At.ShouldBe(at);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Random_conversation_never_breaks(int seed)
    {
        var random = new Random(seed);
        var known = Ways.SelectMany(way => way).Concat(Odd).Concat(
            ["menu", "bantuan", "selesai", "ya", "tidak", "2", "3", "lanjut", "loket 2"]).Distinct(StringComparer.Ordinal).ToArray();
        var chat = new Chat();
        for (var turn = 0; turn < 600; turn++)
        {
            _ = random.Next(12) switch
            {
                0 => chat.Photo($"m{turn}", random.Next(3) == 0 ? "2" : "", random.Next(20)),
                1 => chat.Unsupported(),
                2 => chat.Reject($"m{random.Next(turn + 1)}"),
                3 => chat.SayAfter(TimeSpan.FromHours(2), known[random.Next(known.Length)]),
                4 => chat.Say(Noise(random)),
                5 when chat.Replies is [.., { Menu: { } menu }] => chat.Tap(menu.Options[random.Next(menu.Options.Count)].Payload),
                _ => chat.Say(known[random.Next(known.Length)]),
            };
            Expect(chat);
        }

        chat.Faults.ShouldAllBe(fault => fault.StartsWith("unknown dialog berkas-", StringComparison.Ordinal));
    }

    private static Chat At(int way) => new Chat().Say(Ways[way]);

    private static void Expect(Chat chat)
    {
        chat.Replies.ShouldNotBeEmpty();
        chat.Replies.ShouldAllBe(reply => reply.Text.Length > 0 && reply.Text.Length <= Limits.Body);
        chat.Replies.Where(reply => reply.Menu is not null)
            .ShouldAllBe(reply => reply.Menu!.Body.Length <= Limits.InteractiveBody && reply.Menu.Options.Count <= Limits.Rows);
        chat.State.Stack.Count.ShouldBeLessThanOrEqualTo(Limits.StackDepth);
        chat.State.Trail.Count.ShouldBeLessThanOrEqualTo(Limits.Trail);
    }

    private static string Noise(Random random)
    {
        var text = new StringBuilder();
        for (var at = random.Next(40); at > 0; at--) text.Append((char)random.Next(1, 0xFFFE));
        return text.ToString();
    }
}
