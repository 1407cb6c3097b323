using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Dialogs.Engine;
using Npgsql;

namespace Dukcapil.Bot.Core.Conversations;

/// <summary>
/// One turn while it runs: the transaction that everything it does belongs to, and what is to be told to workers once it is
/// committed.
/// </summary>
public sealed class TurnContext(NpgsqlConnection connection, NpgsqlTransaction transaction, long addressId) : IAsyncDisposable
{
    private BotDbContext? _data;

    /// <summary>Whose turn it is.</summary>
    public long AddressId { get; } = addressId;

    /// <summary>Whether the turn is played for practice: it is never committed.</summary>
    public bool IsRehearsal { get; init; }

    /// <summary>Whether turns of other residents run in the same transaction.</summary>
    public bool IsShared { get; init; }

    /// <summary>Whether the transaction holds something that this turn has written: then it cannot be left out of it any more.</summary>
    internal bool HasWritten { get; set; }

    /// <summary>The message that is answered; null where none is stored yet.</summary>
    public long? InboxId { get; init; }

    /// <summary>A picture for the turn's last reply: path and name below the host's public address; or null.</summary>
    public string? Picture { get; set; }

    /// <summary>The dialog state as the engine last left it.</summary>
    public DialogState State { get; internal set; } = new();

    /// <summary>False when the resident was asked again because the answer could not be read.</summary>
    internal bool IsUnderstood { get; set; } = true;

    /// <summary>Run after the commit: signals only, nothing that may fail.</summary>
    internal List<Action> AfterCommit { get; } = [];

    /// <summary>Statements that travel with the end of the turn.</summary>
    internal List<NpgsqlBatchCommand> AtEnd { get; } = [];

    /// <summary>The turn's connection, with the transaction open: for single statements on the path of many turns.</summary>
    public NpgsqlConnection Connection => connection;

    /// <summary>The database within this transaction. Opened on first use: most turns need none of it.</summary>
    public async Task<BotDbContext> DataAsync(CancellationToken cancellation) =>
        _data ??= await Database.JoinAsync(connection, transaction, cancellation);

    /// <summary>Leaves a statement to the end of the turn, where it costs no round trip. The turn does not see what it writes.</summary>
    public void OnEnd(NpgsqlBatchCommand statement) => AtEnd.Add(statement);

    /// <summary>Registers a signal for after the commit.</summary>
    public void OnCommitted(Action signal) => AfterCommit.Add(signal);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_data is not null) await _data.DisposeAsync();
    }
}
