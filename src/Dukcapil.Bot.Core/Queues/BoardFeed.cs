using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Options;

namespace Dukcapil.Bot.Core.Queues;

/// <summary>
/// Hands the newest board to every board that this host keeps up to date. A slow one skips what is out of date already: each holds one
/// board at most, so that nothing piles up.
/// </summary>
public sealed class BoardFeed(IOptions<QueueOptions> options)
{
    private readonly ConcurrentDictionary<Channel<BoardView>, bool> _boards = new();

    /// <summary>How many boards listen.</summary>
    public int Count => _boards.Count;

    /// <summary>Hands out a board.</summary>
    public void Publish(BoardView view)
    {
        foreach (var board in _boards.Keys) board.Writer.TryWrite(view);
    }

    /// <summary>A place among the listeners; null when all are taken. Dispose it to leave.</summary>
    public Subscription? Subscribe()
    {
        var board = Channel.CreateBounded<BoardView>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        _boards[board] = true;
        if (_boards.Count <= options.Value.MostBoards) return new Subscription(this, board);
        _boards.TryRemove(board, out _);
        return null;
    }

    /// <summary>One listening board.</summary>
    public sealed class Subscription : IDisposable
    {
        private readonly BoardFeed _feed;
        private readonly Channel<BoardView> _board;

        internal Subscription(BoardFeed feed, Channel<BoardView> board) => (_feed, _board) = (feed, board);

        /// <summary>The boards to come.</summary>
        public ChannelReader<BoardView> Boards => _board.Reader;

        /// <inheritdoc/>
        public void Dispose() => _feed._boards.TryRemove(_board, out _);
    }
}
