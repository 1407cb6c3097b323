using Dukcapil.Bot.Content;
using Dukcapil.Bot.Core.Content;
using Dukcapil.Bot.Core.Information.Complaints;
using Dukcapil.Bot.Core.Time;
using Dukcapil.Bot.Dialogs.Engine;

namespace Dukcapil.Bot.Core.Conversations.Acts;

/// <summary><c>complaint.submit</c>: stores a complaint. Sets <c>aduan-nomor</c>.</summary>
public sealed class ComplaintSubmit(ComplaintIntake complaints) : IAct
{
    /// <inheritdoc/>
    public string Name => "complaint.submit";

    /// <inheritdoc/>
    public async Task<ActResult> RunAsync(
        ResidentTurn turn, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken)
    {
        var made = new NewComplaint(
            turn.AddressId, arguments["teks"], arguments["kasus"] is { Length: > 0 } number ? number : null, arguments["telepon"] == "ya");
        return ActResult.Of(
            "ok",
            ("aduan-nomor", DialogValue.Of(await complaints.MakeAsync(await turn.DataAsync(cancellationToken), made, cancellationToken))));
    }
}

/// <summary>
/// <c>complaint.list</c>: the complaints of this phone. Sets <c>aduan-daftar</c>, and <c>aduan-nomor</c> when there is <c>one</c>.
/// </summary>
public sealed class ComplaintList(BotContentHolder content, OfficeClock clock) : IAct
{
    /// <inheritdoc/>
    public string Name => "complaint.list";

    /// <inheritdoc/>
    public async Task<ActResult> RunAsync(
        ResidentTurn turn, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken)
    {
        var list = await ComplaintIntake.OfAsync(await turn.DataAsync(cancellationToken), turn.AddressId, cancellationToken);
        if (list.Count == 0) return ActResult.Of("none");
        var rows = list.Select(
            one => new DialogListItem(ComplaintNumber.Of(one.Id), LocalizedText.Same(ComplaintNumber.Of(one.Id)), Told(one))).ToList();
        return ActResult.Of(
            list.Count == 1 ? "one" : "many",
            ("aduan-daftar", new DialogValue { Items = rows }),
            ("aduan-nomor", DialogValue.Of(rows[0].Id)));
    }

    private LocalizedText Told(ComplaintRecord one)
    {
        var (state, day) = (content.Current.Texts[ComplaintShow.KeyOf(one.State)], clock.Day(one.CreatedAt));
        return new LocalizedText($"{day.Id}: {state.Id}", $"{day.En}: {state.En}");
    }
}

/// <summary>
/// <c>complaint.show</c>: where a complaint of this phone stands, by its number. Sets <c>aduan-status</c>; <c>unknown</c> for any other
/// number.
/// </summary>
public sealed class ComplaintShow(ComplaintIntake complaints, BotContentHolder content, OfficeClock clock) : IAct
{
    /// <inheritdoc/>
    public string Name => "complaint.show";

    /// <inheritdoc/>
    public async Task<ActResult> RunAsync(
        ResidentTurn turn, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken)
    {
        var data = await turn.DataAsync(cancellationToken);
        if (await ComplaintIntake.FindAsync(
            data, turn.AddressId, arguments["nomor"], cancellationToken) is not { } complaint) return ActResult.Of("unknown");
        var answer = await complaints.AnswerAsync(data, complaint.Id, cancellationToken);
        var text = new LocalizedText(In(Language.Id), In(Language.En));
        return ActResult.Of("ok", ("aduan-status", DialogValue.Of(text.Id, text)));

        string In(
            Language language) => content.Current.Texts[answer is null ? "pengaduan.status" : "pengaduan.status-terjawab"].Fill(language, name => name switch
        {
            "nomor" => ComplaintNumber.Of(complaint.Id),
            "tanggal" => clock.Day(complaint.CreatedAt).In(language),
            "keadaan" => content.Current.Texts[KeyOf(complaint.State)].In(language),
            "jawaban" => answer,
            _ => null,
        });
    }

    internal static string KeyOf(ComplaintState state) => state switch
    {
        ComplaintState.New => "pengaduan.keadaan-baru",
        ComplaintState.Taken => "pengaduan.keadaan-ditangani",
        ComplaintState.Answered => "pengaduan.keadaan-dijawab",
        _ => "pengaduan.keadaan-selesai",
    };
}

/// <summary>
/// <c>complaint.reopen</c>: the complaint answered last is not settled. Without <c>teks</c> it only says whether there is one (<c>ok,
/// none</c>; sets
/// <c>aduan-nomor</c>); with it the complaint is opened again.
/// </summary>
public sealed class ComplaintReopen(ComplaintIntake complaints) : IAct
{
    /// <inheritdoc/>
    public string Name => "complaint.reopen";

    /// <inheritdoc/>
    public async Task<ActResult> RunAsync(
        ResidentTurn turn, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken)
    {
        var data = await turn.DataAsync(cancellationToken);
        if (await complaints.AnsweredAsync(data, turn.AddressId, cancellationToken) is not { } complaint) return ActResult.Of("none");
        if (arguments["teks"] is { Length: > 0 } text) await complaints.ReopenAsync(data, complaint, text, cancellationToken);
        return ActResult.Of("ok", ("aduan-nomor", DialogValue.Of(ComplaintNumber.Of(complaint.Id))));
    }
}
