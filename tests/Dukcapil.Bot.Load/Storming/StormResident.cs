using System.Threading.Channels;
using Dukcapil.Bot.Load.Residents;

namespace Dukcapil.Bot.Load.Storming;

/// <summary>One resident in the storm: what was written, what was heard, and whether it came in order and once.</summary>
internal sealed class StormResident(long number)
{
    private const string LateNotice = "balasan kami terlambat";
    private readonly Lock _hearing = new();
    private readonly HashSet<long> _heard = [];
    private readonly List<string> _wrong = [];
    private readonly Channel<int> _news = Channel.CreateUnbounded<int>();
    private long _lastHeard;

    public Resident Person { get; } = new(number);

    /// <summary>Answers that came as the script says.</summary>
    public int Answered { get; private set; }

    /// <summary>How often the resident was told that a message came late.</summary>
    public int Notices { get; private set; }

    /// <summary>Messages that came after one that was written later.</summary>
    public int OutOfOrder { get; private set; }

    /// <summary>Messages that came twice.</summary>
    public int Doubles { get; private set; }

    /// <summary>What came and answers nothing: the beginning of each text.</summary>
    public IReadOnlyList<string> Wrong => _wrong;

    /// <summary>What is written at a step; a visit that is over ends in questions for the status.</summary>
    public string Text(int step) => IntakeScript.Text(Person, Math.Min(step, IntakeScript.Length - 1));

    /// <summary>The provider took a message for this resident.</summary>
    public void Hear(long outboxId, string text)
    {
        lock (_hearing)
        {
            if (!_heard.Add(outboxId))
            {
                Doubles++;
                return;
            }

            if (outboxId < _lastHeard) OutOfOrder++;
            _lastHeard = Math.Max(_lastHeard, outboxId);
            if (text.Contains(LateNotice, StringComparison.Ordinal)) Notices++;
            else if (IntakeScript.Answers(Math.Min(Answered, IntakeScript.Length - 1), text)) Answered++;
            else _wrong.Add($"answer {Answered + 1}: {text[..Math.Min(60, text.Length)]}");
            _news.Writer.TryWrite(Answered);
        }
    }

    /// <summary>Waits until the message of a step has been answered.</summary>
    public async Task AnswerAsync(int step, CancellationToken cancellationToken)
    {
        while (Answered <= step) await _news.Reader.ReadAsync(cancellationToken);
    }
}
