using Microsoft.Bot.Schema;

namespace Dukcapil.Bot.Core.Conversations.Turns;

/// <summary>A message that waits to be answered together with others.</summary>
internal sealed class WaitingTurn(Activity message)
{
    private readonly TaskCompletionSource<bool> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The message.</summary>
    public Activity Message => message;

    /// <summary>True once its turn is committed; false when it must be handled alone.</summary>
    public Task<bool> Done => _done.Task;

    /// <summary>Ends the wait; only the first end counts.</summary>
    public void End(bool isAnswered) => _done.TrySetResult(isAnswered);
}
