using Dukcapil.Bot.Content;
using Dukcapil.Bot.Core.Content;
using Dukcapil.Bot.Core.Time;
using Dukcapil.Bot.Dialogs.Engine;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Dukcapil.Bot.Core.Conversations.Acts;

/// <summary><c>consent.check</c>: has this phone agreed to the present text? Sets <c>hari-simpan</c>.</summary>
public sealed class ConsentCheck(BotContentHolder content, IOptions<OfficeOptions> office) : IAct
{
    private const string Given = "select exists (select from consents where address_id = $1 and version = $2 and withdrawn_at is null)";

    /// <inheritdoc/>
    public string Name => "consent.check";

    /// <inheritdoc/>
    public ActIsolation Reach => ActIsolation.ReadsOnly;

    /// <inheritdoc/>
    public async Task<ActResult> RunAsync(
        ResidentTurn turn, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Given, turn.Connection)
        {
            Parameters = { new() { Value = turn.AddressId }, new() { Value = content.Current.Texts["persetujuan.versi"].In(Language.Id) } },
        };
        var given = await command.ExecuteScalarAsync(cancellationToken) is true;
        return ActResult.Of(given ? "given" : "missing", ("hari-simpan", DialogValue.Of($"{office.Value.KeepFilesDays}")));
    }
}

/// <summary><c>consent.record</c>: keeps the proof, with the text as it was shown.</summary>
public sealed class ConsentGive(BotContentHolder content, IOptions<OfficeOptions> office, OfficeClock clock) : IAct
{
    private const string Record = "insert into consents (address_id, version, body, given_at) values ($1, $2, $3, $4)";

    /// <inheritdoc/>
    public string Name => "consent.record";

    /// <inheritdoc/>
    public ActIsolation Reach => ActIsolation.ReadsOnly;

    /// <inheritdoc/>
    public Task<ActResult> RunAsync(ResidentTurn turn, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken)
    {
        var texts = content.Current.Texts;
        turn.OnEnd(new NpgsqlBatchCommand(Record)
        {
            Parameters =
            {
                new() { Value = turn.AddressId },
                new() { Value = texts["persetujuan.versi"].In(Language.Id) },
                new() { Value = texts["persetujuan.teks"].Fill(
                    turn.State.Language,
                    name => name == "hari-simpan" ? $"{office.Value.KeepFilesDays}" : null) },
                new() { Value = clock.Now },
            },
        });
        return Task.FromResult(ActResult.Ok);
    }
}
