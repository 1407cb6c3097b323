using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Messaging.Channels;
using Dukcapil.Bot.Core.Messaging.Inbox;
using Dukcapil.Bot.Dialogs.Engine;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Npgsql;

namespace Dukcapil.Bot.Core.Conversations;

/// <summary>
/// One turn of a resident while it runs: the transaction that everything it does belongs to, what is said, and what is to be told to
/// workers once it is committed. It travels in the <c>TurnState</c> of the library's turn context.
/// </summary>
public sealed class ResidentTurn(
    NpgsqlConnection connection, NpgsqlTransaction transaction, long addressId, Activity message) : IAsyncDisposable
{
    private BotDbContext? _data;
    private DialogState? _before;

    /// <summary>Whose turn it is.</summary>
    public long AddressId { get; } = addressId;

    /// <summary>The activity that is answered.</summary>
    public Activity Message { get; } = message;

    /// <summary>When it came.</summary>
    public DateTimeOffset ReceivedAt { get; }
        = message.Timestamp ?? throw new ArgumentException("A message without a time cannot be answered.", nameof(message));

    /// <summary>What the channel of the message shows.</summary>
    public ChannelCapabilities Can => InboundActivity.FactsOf(Message).Can;

    /// <summary>The row of the message where it is stored already; null where it is written with the end of the turn.</summary>
    public long? InboxId { get; init; }

    /// <summary>When the resident wrote before; null when never.</summary>
    public DateTimeOffset? LastInput { get; init; }

    /// <summary>Whether turns of other residents may run in the same transaction.</summary>
    public bool IsShared { get; init; }

    /// <summary>A picture for the turn's last reply: path and name below the host's public address; or null.</summary>
    public string? Picture { get; set; }

    /// <summary>The dialog state as the engine last left it.</summary>
    public DialogState State { get; private set; } = new();

    /// <summary>The dialog state before the message.</summary>
    internal DialogState Before => _before ?? State;

    /// <summary>How messages of the resident came lately, this one included once it passed the filters.</summary>
    internal FloodCounter Counter { get; set; } = new();

    /// <summary>Why the dialog did not answer, for the inbox; null when it did.</summary>
    internal string? Unanswered { get; set; }

    /// <summary>False when the resident was asked again because the answer could not be read.</summary>
    internal bool IsUnderstood { get; set; } = true;

    /// <summary>After this turn the conversation knows nothing but its language.</summary>
    internal bool Forgets { get; set; }

    /// <summary>Whether the transaction holds something that this turn has written: then it cannot be left out of it any more.</summary>
    internal bool HasWritten { get; set; }

    /// <summary>The turn asked for something that no shared transaction allows: it counts as not having run.</summary>
    internal bool MustBeAlone { get; set; }

    /// <summary>What is said, in order.</summary>
    internal List<Activity> Replies { get; } = [];

    /// <summary>Run after the commit: signals only, nothing that may fail.</summary>
    internal List<Action> AfterCommit { get; } = [];

    /// <summary>Statements that travel with the end of the turn.</summary>
    internal List<NpgsqlBatchCommand> AtEnd { get; } = [];

    /// <summary>The turn's connection, with the transaction open: for single statements on the path of many turns.</summary>
    public NpgsqlConnection Connection => connection;

    /// <summary>The resident's turn within a turn of the library.</summary>
    public static ResidentTurn Of(ITurnContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.TurnState.Get<ResidentTurn>()
            ?? throw new InvalidOperationException("The turn context holds no turn of a resident.");
    }

    /// <summary>The database within this transaction. Opened on first use: most turns need none of it.</summary>
    public async Task<BotDbContext> DataAsync(CancellationToken cancellationToken) =>
        _data ??= await Database.JoinAsync(connection, transaction, cancellationToken);

    /// <summary>Leaves a statement to the end of the turn, where it costs no round trip. The turn does not see what it writes.</summary>
    public void OnEnd(NpgsqlBatchCommand statement) => AtEnd.Add(statement);

    /// <summary>Registers a signal for after the commit.</summary>
    public void OnCommitted(Action signal) => AfterCommit.Add(signal);

    /// <summary>Puts the dialog into a new state; the first one is that before the message.</summary>
    public void MoveTo(DialogState state)
    {
        _before ??= state;
        State = state;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_data is not null) await _data.DisposeAsync();
    }
}
