using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Content;
using Dukcapil.Bot.Core.Appointments;
using Dukcapil.Bot.Core.Casework;
using Dukcapil.Bot.Core.Content;
using Dukcapil.Bot.Dialogs.Engine;

namespace Dukcapil.Bot.Core.Conversations.Acts;

/// <summary><c>case.list</c>: the cases of this phone. Sets <c>kasus</c>, and <c>nomor</c> when there is one.</summary>
public sealed class CaseList(ResidentCases cases, CaseWording wording) : IAct
{
    /// <inheritdoc/>
    public string Name => "case.list";

    /// <inheritdoc/>
    public ActIsolation Reach => ActIsolation.ReadsOnly;

    /// <inheritdoc/>
    public async Task<ActResult> RunAsync(
        ResidentTurn turn, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken)
    {
        var list = await cases.ListAsync(turn.Connection, turn.AddressId, cancellationToken);
        if (list.Count == 0) return ActResult.Of("none");
        var items = new List<DialogListItem>();
        foreach (var item in list)
            items.Add(new DialogListItem(item.Number, LocalizedText.Same(item.Number), await wording.LineAsync(item, cancellationToken)));
        return ActResult.Of(
            list.Count == 1 ? "one" : "many",
            ("kasus", new DialogValue { Items = items }),
            ("nomor", DialogValue.Of(list[0].Number)));
    }
}

/// <summary><c>case.status</c>: where a case of this phone stands. Sets <c>status-teks</c>.</summary>
public sealed class CaseStatusTold(CaseWording wording) : IAct
{
    /// <inheritdoc/>
    public string Name => "case.status";

    /// <inheritdoc/>
    public ActIsolation Reach => ActIsolation.ReadsOnly;

    /// <inheritdoc/>
    public async Task<ActResult> RunAsync(
        ResidentTurn turn, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken)
    {
        if (CaseNumber.Parse(arguments["nomor"]) is not { } number) return ActResult.Of("unknown");
        if (await ResidentCases.FindAsync(turn.Connection, turn.AddressId, number, cancellationToken) is not { } found) return ActResult.Of(
            "unknown");
        var expected = await CaseAppointments.NextAsync(turn.Connection, found.Id, cancellationToken);
        var told = await wording.DescribeAsync(found, expected, cancellationToken);
        return ActResult.Of("ok", ("status-teks", DialogValue.Of(told.Id, told)), ("nomor", DialogValue.Of(number)));
    }
}

/// <summary><c>case.cancel</c>: cancels a case of this phone. A refusal sets <c>alasan</c>.</summary>
public sealed class CaseCancel(CaseOperations cases, BotContentHolder content) : IAct
{
    /// <inheritdoc/>
    public string Name => "case.cancel";

    /// <inheritdoc/>
    public async Task<ActResult> RunAsync(
        ResidentTurn turn, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken)
    {
        if (CaseNumber.Parse(arguments["nomor"]) is not { } number) return Refused("kasus-tidak-ada", turn);
        var data = await turn.DataAsync(cancellationToken);
        var command = new CaseCommand(CaseRequest.Cancel()) { Number = number, AddressId = turn.AddressId };
        var outcome = await cases.ApplyAsync(data, command, Actor.Resident, cancellationToken);
        return outcome.Refusal is { } refusal ? Refused(refusal.Code, turn) : ActResult.Of("ok", ("nomor", DialogValue.Of(number)));
    }

    private ActResult Refused(string code, ResidentTurn turn) =>
        ActResult.Of("refused", ("alasan", DialogValue.Of(content.Current.Texts[$"penolakan.{code}"].In(turn.State.Language))));
}
