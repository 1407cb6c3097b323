using Dukcapil.Bot.Dialogs.Engine;

namespace Dukcapil.Bot.Core.Conversations;

/// <summary>A turn that came to its end and is not yet written.</summary>
/// <param name="Context">The turn.</param>
/// <param name="Input">The message.</param>
/// <param name="Admission">What was decided before the dialog saw it.</param>
/// <param name="Before">The dialog state before it.</param>
/// <param name="Replies">What is said.</param>
internal sealed record PlayedTurn(TurnContext Context, TurnInput Input, Admission Admission, DialogState Before, IReadOnlyList<Reply> Replies);
