using Dukcapil.Bot.Content;
using Dukcapil.Bot.Core.Content;
using Dukcapil.Bot.Core.Residents;
using Dukcapil.Bot.Core.Time;
using Dukcapil.Bot.Dialogs.Engine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dukcapil.Bot.Core.Conversations.Acts;

/// <summary><c>consent.check</c>: has this phone agreed to the present text? Sets <c>hari-simpan</c>.</summary>
public sealed class ConsentCheck(BotContentHolder content, IOptions<OfficeOptions> office) : IAct
{
    /// <inheritdoc/>
    public string Name => "consent.check";

    /// <inheritdoc/>
    public async Task<ActResult> RunAsync(TurnContext turn, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellation)
    {
        var data = await turn.DataAsync(cancellation);
        var version = content.Current.Texts["persetujuan.versi"].In(Language.Id);
        var given = await data.Consents.AnyAsync(
            consent => consent.AddressId == turn.AddressId && consent.Version == version && consent.WithdrawnAt == null, cancellation);
        return ActResult.Of(given ? "given" : "missing", ("hari-simpan", DialogValue.Of($"{office.Value.KeepFilesDays}")));
    }
}

/// <summary><c>consent.record</c>: keeps the proof, with the text as it was shown.</summary>
public sealed class ConsentGive(BotContentHolder content, IOptions<OfficeOptions> office, OfficeClock clock) : IAct
{
    /// <inheritdoc/>
    public string Name => "consent.record";

    /// <inheritdoc/>
    public async Task<ActResult> RunAsync(TurnContext turn, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellation)
    {
        var texts = content.Current.Texts;
        var data = await turn.DataAsync(cancellation);
        data.Consents.Add(new ConsentRecord
        {
            AddressId = turn.AddressId,
            Version = texts["persetujuan.versi"].In(Language.Id),
            Body = texts["persetujuan.teks"].Fill(turn.State.Language, name => name == "hari-simpan" ? $"{office.Value.KeepFilesDays}" : null),
            GivenAt = clock.Now,
        });
        await data.SaveChangesAsync(cancellation);
        return ActResult.Ok;
    }
}
