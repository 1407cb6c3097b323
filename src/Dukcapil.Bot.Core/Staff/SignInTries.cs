using Npgsql;

namespace Dukcapil.Bot.Core.Staff;

/// <summary>
/// Bounds how many passwords can be tried. Wrong ones shut out the caller they came from and nobody else, or a stranger could keep an
/// officer from working. Tries from many callers are bounded as well: then only callers who have signed in to the account before go on.
/// </summary>
public sealed class SignInTries(NpgsqlDataSource source, TimeProvider time)
{
    /// <summary>Wrong passwords in a row for one account after which its caller is shut out.</summary>
    public const int Most = 5;

    /// <summary>Wrong passwords for one account from all callers new to it, within <see cref="Pause"/>, after which new callers are shut out.</summary>
    public const int MostOfStrangers = 50;

    /// <summary>How long a caller is shut out.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(15);

    // The try counts before the password is looked at, so that tries at the same moment are counted, too.
    private const string Begin = """
        insert into sign_in_tries as t (staff_id, caller, failures, tried_at) values ($1, $2, 1, $3)
        on conflict (staff_id, caller) do update set
          failures = case when t.tried_at <= $4 then 1 else least(t.failures, $5) + 1 end,
          tried_at = case when t.failures >= $5 and t.tried_at > $4 then t.tried_at else $3 end
        returning failures <= $5 and (succeeded_at is not null or $6 > (
          select coalesce(sum(o.failures), 0) from sign_in_tries o
          where o.staff_id = $1 and o.caller <> $2 and o.tried_at > $4 and o.succeeded_at is null))
        """;

    private const string Succeed = "update sign_in_tries set failures = 0, succeeded_at = $3 where staff_id = $1 and caller = $2";

    private const string Forget = "delete from sign_in_tries where staff_id = $1";

    /// <summary>Counts a try; false when it must not be made.</summary>
    public async Task<bool> BeginAsync(Guid staffId, string caller)
    {
        var now = time.GetUtcNow();
        await using var command = source.CreateCommand(Begin);
        object[] values = [staffId, caller, now, now - Pause, Most, MostOfStrangers];
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        return (bool)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>The password was right.</summary>
    public async Task SucceedAsync(Guid staffId, string caller)
    {
        await using var command = source.CreateCommand(Succeed);
        object[] values = [staffId, caller, time.GetUtcNow()];
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Lets everybody try again, after a new password was set.</summary>
    public async Task ForgetAsync(Guid staffId)
    {
        await using var command = source.CreateCommand(Forget);
        command.Parameters.Add(new() { Value = staffId });
        await command.ExecuteNonQueryAsync();
    }
}
