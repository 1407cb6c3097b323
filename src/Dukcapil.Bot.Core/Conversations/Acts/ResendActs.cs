using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Content;
using Dukcapil.Bot.Core.Casework;
using Dukcapil.Bot.Core.Time;
using Dukcapil.Bot.Dialogs.Engine;

namespace Dukcapil.Bot.Core.Conversations.Acts;

/// <summary>
/// <c>resend.find</c>: the papers this phone was asked for again. <c>one</c> sets <c>kirim-ulang</c>, <c>berkas-judul</c>,
/// <c>nomor</c> and <c>alasan</c>; <c>many</c> sets <c>kirim-ulang-daftar</c>.
/// </summary>
public sealed class ResendFind(AlurVersions alurs) : IAct
{
    /// <inheritdoc/>
    public string Name => "resend.find";

    /// <inheritdoc/>
    public async Task<ActResult> RunAsync(
        ResidentTurn turn, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken)
    {
        var asked = await ResidentCases.AskedAgainAsync(await turn.DataAsync(cancellationToken), turn.AddressId, cancellationToken);
        if (asked.Count == 0) return ActResult.Of("none");
        var items = new List<DialogListItem>();
        foreach (var paper in asked.Take(Limits.Rows)) items.Add(await ItemAsync(paper, cancellationToken));
        if (items.Count > 1) return ActResult.Of("many", ("kirim-ulang-daftar", new DialogValue { Items = items }));
        return ActResult.Of(
            "one",
            ("kirim-ulang", DialogValue.Of(items[0].Id)),
            ("berkas-judul", DialogValue.Of(items[0].Title.Id, items[0].Title)),
            ("nomor", DialogValue.Of(asked[0].Number)),
            ("alasan", DialogValue.Of(asked[0].Reason)));
    }

    private async Task<DialogListItem> ItemAsync(AskedPaper paper, CancellationToken cancellationToken)
    {
        var alur = await alurs.FindAsync(paper.AlurVersion, cancellationToken);
        var title = alur.Paper(paper.ItemId)?.Title ?? LocalizedText.Same(paper.ItemId);
        return new DialogListItem($"{paper.Number}/{paper.ItemId}", title, LocalizedText.Same(paper.Number));
    }
}

/// <summary><c>resend.attach</c>: puts photos in the place of a paper; <c>gone</c> when it is no longer asked for.</summary>
public sealed class ResendAttach(CaseOperations cases) : IAct
{
    /// <inheritdoc/>
    public string Name => "resend.attach";

    /// <inheritdoc/>
    public async Task<ActResult> RunAsync(
        ResidentTurn turn, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken)
    {
        var photos = Photos.In(arguments["foto"]);
        if (arguments["target"].Split('/') is not [var number, var itemId] || photos.Count == 0) return ActResult.Of("gone");
        return await Resend.ApplyAsync(cases, turn, number, CaseRequest.Resend(itemId), photos, cancellationToken);
    }
}

/// <summary><c>resend.bring</c>: the paper comes to the counter instead of a photo; <c>gone</c> when it is no longer asked for.</summary>
public sealed class ResendBring(CaseOperations cases) : IAct
{
    /// <inheritdoc/>
    public string Name => "resend.bring";

    /// <inheritdoc/>
    public async Task<ActResult> RunAsync(
        ResidentTurn turn, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken) =>
        arguments["target"].Split('/') is [var number, var itemId]
            ? await Resend.ApplyAsync(cases, turn, number, CaseRequest.BringAgain(itemId), [], cancellationToken)
            : ActResult.Of("gone");
}

/// <summary>
/// <c>resend.join</c>: a further photo of the burst that just answered for a paper joins it (an album comes as one message for each
/// picture); <c>none</c> when there was no such answer a moment ago.
/// </summary>
public sealed class ResendJoin(ResidentCases cases, OfficeClock clock) : IAct
{
    /// <inheritdoc/>
    public string Name => "resend.join";

    /// <inheritdoc/>
    public async Task<ActResult> RunAsync(
        ResidentTurn turn, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken)
    {
        var data = await turn.DataAsync(cancellationToken);
        if (await ResidentCases.JustResentAsync(
            data, turn.AddressId, clock.Now - Limits.Burst, cancellationToken) is not var (number, itemId)) return ActResult.Of("none");
        var photos = Photos.In(arguments["foto"]);
        return await cases.JoinAsync(data, turn.AddressId, number, itemId, photos, cancellationToken) is { } change
            ? Resend.Told(change, itemId)
            : ActResult.Of("none");
    }
}

/// <summary>What answers for a paper that was asked for again have in common.</summary>
file static class Resend
{
    public static async Task<ActResult> ApplyAsync(
        CaseOperations cases, ResidentTurn turn, string number, CaseRequest request, IReadOnlyList<Guid> photos,
        CancellationToken cancellationToken)
    {
        var command = new CaseCommand(request) { Number = number, AddressId = turn.AddressId, Files = photos };
        var outcome = await cases.ApplyAsync(await turn.DataAsync(cancellationToken), command, Actor.Resident, cancellationToken);
        if (outcome.Value is not { } change) return ActResult.Of("gone");
        turn.OnCommitted(() => cases.Wake(change));
        return Told(change, request.BerkasId!);
    }

    public static ActResult Told(CaseChange change, string itemId)
    {
        var title = change.Alur.Paper(itemId)?.Title ?? LocalizedText.Same(itemId);
        return ActResult.Of("ok", ("berkas-judul", DialogValue.Of(title.Id, title)), ("nomor", DialogValue.Of(change.Record.Number)));
    }
}

/// <summary>Photos as a dialog keeps them: ids parted by commas.</summary>
file static class Photos
{
    public static IReadOnlyList<Guid> In(string text) =>
        text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(id => Guid.ParseExact(id, "N")).ToList();
}
