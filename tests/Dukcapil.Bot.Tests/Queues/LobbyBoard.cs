using System.Text.Json;
using Dukcapil.Bot.Core.Queues;

namespace Dukcapil.Bot.Tests.Queues;

/// <summary>A board in the lobby that hears of every change from one host.</summary>
internal sealed class LobbyBoard : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private readonly HttpClient _http;
    private readonly StreamReader _reader;

    private LobbyBoard(HttpClient http, StreamReader reader) => (_http, _reader) = (http, reader);

    /// <summary>Opens it; the board as it is now was read.</summary>
    public static async Task<LobbyBoard> OpenAsync(Uri host)
    {
        var http = new HttpClient { BaseAddress = host };
        var board = new LobbyBoard(
            http, new StreamReader(await http.GetStreamAsync("/antrean/kabar", TestContext.Current.CancellationToken)));
        await board.NextAsync();
        return board;
    }

    /// <summary>Reads on until a board shows something; fails after a silence that no live board would keep.</summary>
    public async Task<BoardView> UntilAsync(Func<BoardView, bool> holds)
    {
        while (true)
        {
            var board = await NextAsync();
            if (holds(board)) return board;
        }
    }

    /// <summary>Reads on until a number is called.</summary>
    public async Task<BoardCall> CallOfAsync(string ticket) =>
        (await UntilAsync(board => board.Calls.Any(call => call.Ticket == ticket && call.IsCalled))).Calls
            .First(call => call.Ticket == ticket);

    public ValueTask DisposeAsync()
    {
        _reader.Dispose();
        _http.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<BoardView> NextAsync()
    {
        while (await _reader.ReadLineAsync(TestContext.Current.CancellationToken).AsTask()
            .WaitAsync(Patience, TestContext.Current.CancellationToken) is { } line)
            if (line.StartsWith("data: {", StringComparison.Ordinal))
                return JsonSerializer.Deserialize<BoardView>(line["data: ".Length..], JsonSerializerOptions.Web)!;
        throw new EndOfStreamException("The stream ended.");
    }
}
