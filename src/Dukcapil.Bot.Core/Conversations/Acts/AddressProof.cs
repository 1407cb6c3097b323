using Dukcapil.Bot.Core.Casework;
using Dukcapil.Bot.Core.Data.Protection;
using Dukcapil.Bot.Core.Time;
using Dukcapil.Bot.Dialogs.Engine;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Dukcapil.Bot.Core.Conversations.Acts;

/// <summary>
/// <c>address.sure</c>: whether the number is still its resident's. <c>doubt</c> after a long silence while cases are open: operators give
/// numbers out again (<c>docs/aturan-kantor.md</c> "Personal data"); <c>locked</c> when it was answered wrongly too often.
/// </summary>
public sealed class AddressSure(OfficeClock clock) : IAct
{
    /// <summary>Wrong answers after which only the counter helps.</summary>
    internal const int MostFailures = 3;

    // Of the first message after the silence the conversation does not know yet; later ones find the doubt that it left. Not "exists": the
    // planner may answer it from a list of all open cases.
    private const string Standing = """
        select case
          when (select k.id from cases k where k.address_id = c.address_id and k.closed_at is null limit 1) is null then 'ok'
          when d.settled_at is null and d.failures >= $2 then 'locked'
          when d.address_id is not null and d.settled_at is null then 'doubt'
          when c.last_input_at + make_interval(days => p.silence_days) < $3
            and (select count(*) from address_aliases a where a.address_id = c.address_id) = 1 then 'doubt'
          else 'ok' end
        from conversations c cross join address_policy p left join address_doubts d on d.address_id = c.address_id
        where c.address_id = $1
        """;

    /// <inheritdoc/>
    public string Name => "address.sure";

    /// <inheritdoc/>
    public ActIsolation Reach => ActIsolation.ReadsOnly;

    /// <inheritdoc/>
    public async Task<ActResult> RunAsync(
        ResidentTurn turn, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        await using var command = new NpgsqlCommand(Standing, turn.Connection)
        {
            Parameters = { new() { Value = turn.AddressId }, new() { Value = MostFailures }, new() { Value = clock.Now } },
        };
        return ActResult.Of((string)(await command.ExecuteScalarAsync(cancellationToken))!);
    }
}

/// <summary>
/// <c>address.prove</c> (nik): settles the doubt when it is the NIK of one of the phone's open cases; <c>wrong</c>, and <c>locked</c> after
/// three wrong answers.
/// </summary>
public sealed class AddressProve(PersonalDataCipher cipher, OfficeClock clock) : IAct
{
    /// <inheritdoc/>
    public string Name => "address.prove";

    /// <inheritdoc/>
    public async Task<ActResult> RunAsync(
        ResidentTurn turn, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken)
    {
        var data = await turn.DataAsync(cancellationToken);
        var hash = cipher.Hash("number", arguments["nik"]);
        var isRight = await data.Cases
            .AnyAsync(record => record.AddressId == turn.AddressId && record.ClosedAt == null && record.NikHash == hash, cancellationToken);
        if (isRight)
        {
            await data.Database.ExecuteSqlAsync(
                $"update address_doubts set settled_at = {clock.Now}, failures = 0 where address_id = {turn.AddressId}", cancellationToken);
            return ActResult.Ok;
        }

        var failures = await data.Database.SqlQuery<short>(
            $"update address_doubts set failures = failures + 1 where address_id = {turn.AddressId} returning failures as \"Value\"").ToListAsync(cancellationToken);
        return ActResult.Of(failures is [>= AddressSure.MostFailures] ? "locked" : "wrong");
    }
}
