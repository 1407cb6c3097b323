using Dukcapil.Bot.Core.Casework;
using Dukcapil.Bot.Core.Content;
using Dukcapil.Bot.Dialogs.Engine;

namespace Dukcapil.Bot.Core.Conversations.Acts;

/// <summary>
/// <c>case.submit</c>: makes the case. <c>ok</c> and <c>duplicate</c> set <c>nomor</c>; a duplicate that belongs to another phone is
/// <c>duplicate-elsewhere</c> and tells no number. <c>too-many</c>: the phone has as many open cases as one phone may have.
/// </summary>
public sealed class CaseSubmit(BotContentHolder content, CaseIntake intake) : IAct
{
    /// <inheritdoc/>
    public string Name => "case.submit";

    /// <inheritdoc/>
    public ActIsolation Reach => ActIsolation.OwnRows;

    /// <inheritdoc/>
    public async Task<ActResult> RunAsync(
        ResidentTurn turn, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken)
    {
        if (content.Current.Alur.Find(arguments["alur"]) is not { } alur) return ActResult.Of("incomplete");
        if (IntakeAnswers.Read(alur, turn.State, turn.AddressId) is not { } request) return ActResult.Of("incomplete");
        var submitted = await intake.SubmitAsync(turn.Connection, request, cancellationToken);
        if (submitted == Submitted.TooMany) return ActResult.Of("too-many");
        if (!submitted.IsNew && submitted.AddressId != turn.AddressId) return ActResult.Of("duplicate-elsewhere");
        return ActResult.Of(submitted.IsNew ? "ok" : "duplicate", ("nomor", DialogValue.Of(submitted.Number)));
    }
}
