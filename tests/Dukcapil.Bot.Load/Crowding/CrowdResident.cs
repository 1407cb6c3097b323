using System.Security.Cryptography;
using System.Text.RegularExpressions;
using System.Threading.Channels;
using Dukcapil.Bot.Load.Residents;
using Dukcapil.Bot.Load.Storming;
using Dukcapil.Bot.Load.Wire;

namespace Dukcapil.Bot.Load.Crowding;

/// <summary>What a resident of the crowd has in mind.</summary>
internal enum CrowdPlan
{
    /// <summary>Books and comes.</summary>
    Keep,

    /// <summary>Chooses a time and never confirms it.</summary>
    Abandon,

    /// <summary>Books and cancels.</summary>
    Cancel,

    /// <summary>Books and takes another time.</summary>
    Change,
}

/// <summary>
/// One resident who talks with the bot to the end, whatever it answers; some messages are delivered twice at the same moment.
/// </summary>
internal sealed partial class CrowdResident(int number, Carrier carrier, WebhookRequest requests, SemaphoreSlim gate, TimeProvider time)
{
    private const int Tries = 6;
    private const int MostTurns = 40;
    private const int RepeatPercent = 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private readonly Channel<string> _replies = Channel.CreateUnbounded<string>();

    public Resident Person { get; } = new(number);

    public CrowdPlan Plan { get; } = (CrowdPlan)(number % 8 < 4 ? number % 8 : 0);

    /// <summary>Codes the bot said were booked.</summary>
    public ISet<string> ToldBooked { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Codes the bot said were cancelled.</summary>
    public ISet<string> ToldCancelled { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>How often the bot said that nothing is free, or no longer.</summary>
    public int ToldFull { get; private set; }

    /// <summary>Messages delivered twice.</summary>
    public int Repeats { get; private set; }

    /// <summary>The answer to the last question for the appointments.</summary>
    public string Last { get; private set; } = "";

    /// <summary>What was said that no resident could make sense of.</summary>
    public string? Lost { get; private set; }

    public void Hear(string text)
    {
        if (!text.Contains("balasan kami terlambat", StringComparison.Ordinal)) _replies.Writer.TryWrite(text);
    }

    /// <summary>Tries to book, and does what the plan says then.</summary>
    public async Task BookAsync()
    {
        if (!await TalkAsync("jadwal", Plan == CrowdPlan.Abandon)) return;
        if (Plan == CrowdPlan.Cancel && (await AskAsync("batal janji")).Contains("Batalkan janji temu", StringComparison.Ordinal))
        {
            var answer = await AskAsync("ya");
            if (answer.Contains("sudah dibatalkan", StringComparison.Ordinal)) ToldCancelled.Add(Code().Match(answer).Value);
        }

        if (Plan == CrowdPlan.Change) await TalkAsync("ubah janji", abandons: false);
    }

    /// <summary>Asks what is booked.</summary>
    public async Task AskForBookingsAsync() => Last = await AskAsync("jadwal");

    /// <summary>Answers question by question; returns whether something was booked or moved.</summary>
    private async Task<bool> TalkAsync(string opening, bool abandons)
    {
        var answer = await AskAsync(opening);
        for (var turn = 0; turn < MostTurns; turn++)
        {
            if (answer.Contains("sudah tercatat", StringComparison.Ordinal)
                || answer.Contains("sudah dipindahkan", StringComparison.Ordinal))
            {
                ToldBooked.Add(Code().Match(answer).Value);
                return true;
            }

            if (answer.Contains("penuh", StringComparison.Ordinal)
                || answer.Contains("belum ada waktu kosong", StringComparison.Ordinal)) ToldFull++;
            if (answer.Contains("kami simpan untuk Anda", StringComparison.Ordinal) && abandons) return false;
            if (Reply(answer) is not { } next) return false;
            answer = await AskAsync(next);
        }

        Lost = $"after {MostTurns} turns: {answer}";
        return false;
    }

    private string? Reply(string answer)
    {
        if (answer.Contains("kami simpan untuk Anda", StringComparison.Ordinal)) return "ya";
        // A number that is a row of the list and an hour of it, too, such as 8, is asked back.
        if (answer.Contains("Yang mana yang Anda maksud", StringComparison.Ordinal)) return "1";
        if (answer.Contains("Layanan mana", StringComparison.Ordinal)) return "KTP-el rusak atau hilang";
        if (answer.Contains("datang hari apa", StringComparison.Ordinal)) return "1";
        if (answer.Contains("Pagi atau siang", StringComparison.Ordinal)) return RandomNumberGenerator.GetInt32(2) == 0 ? "pagi" : "siang";
        if (answer.Contains(
            "Pukul berapa", StringComparison.Ordinal)) return $"{RandomNumberGenerator.GetInt32(Option().Count(answer)) + 1}";
        if (answer.Contains("belum ada waktu kosong", StringComparison.Ordinal)) return "tidak";
        if (answer.Contains("tidak ada yang berubah", StringComparison.Ordinal)
            || answer.Contains("Belum ada janji temu", StringComparison.Ordinal)
            || answer.Contains("Sudah ada janji", StringComparison.Ordinal)
            || answer.Contains(
                "tidak memerlukan janji", StringComparison.Ordinal)) return null;
        Lost = answer;
        return null;
    }

    private async Task<string> AskAsync(string text)
    {
        var request = requests.Write(Person, text);
        var isRepeated = RandomNumberGenerator.GetInt32(100) < RepeatPercent;
        await gate.WaitAsync();
        try
        {
            var deliveries = Enumerable.Range(0, isRepeated ? 2 : 1).Select(_ => carrier.DeliverAsync(request, Tries)).ToList();
            if ((await Task.WhenAll(deliveries)).All(tries => tries == 0)) throw new InvalidOperationException($"No host took '{text}'.");
        }
        finally
        {
            gate.Release();
        }

        if (isRepeated) Repeats++;
        return await _replies.Reader.ReadAsync().AsTask().WaitAsync(Patience, time);
    }

    [GeneratedRegex(@"J-\d+-\d", RegexOptions.None, 1000)]
    private static partial Regex Code();

    /// <summary>A time of the list; the rows after the times lead elsewhere.</summary>
    [GeneratedRegex(@"^\d+\. \d\d\.\d\d", RegexOptions.Multiline, 1000)]
    private static partial Regex Option();
}
