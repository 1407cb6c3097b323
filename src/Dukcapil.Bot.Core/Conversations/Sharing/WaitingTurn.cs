using Dukcapil.Bot.Core.Messaging;

namespace Dukcapil.Bot.Core.Conversations.Sharing;

/// <summary>A message that waits to be answered together with others.</summary>
internal sealed class WaitingTurn(IncomingMessage message)
{
    private readonly TaskCompletionSource<bool> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The message.</summary>
    public IncomingMessage Message => message;

    /// <summary>True once its turn is committed; false when it must be handled alone.</summary>
    public Task<bool> Done => _done.Task;

    /// <summary>Ends the wait; only the first end counts.</summary>
    public void End(bool isAnswered) => _done.TrySetResult(isAnswered);
}
