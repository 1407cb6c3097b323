using Dukcapil.Bot.Core.Reminders.Campaigns;
using Dukcapil.Bot.Dialogs.Engine;

namespace Dukcapil.Bot.Core.Conversations.Acts;

/// <summary><c>reminder.answer</c>: ties an answer to the reminder that this phone was sent; <c>none</c> when none stands.</summary>
public sealed class ReminderAnswer(ReminderAnswers answers) : IAct
{
    /// <inheritdoc/>
    public string Name => "reminder.answer";

    /// <inheritdoc/>
    public async Task<ActResult> RunAsync(
        ResidentTurn turn, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken)
    {
        var isNoted = await answers.NoteAsync(
            await turn.DataAsync(cancellationToken), turn.AddressId, arguments["jawab"], cancellationToken);
        return isNoted ? ActResult.Ok : ActResult.Of("none");
    }
}
