using Npgsql;

namespace Dukcapil.Bot.Core.Staff;

/// <summary>
/// Bounds how many passwords can be tried. Wrong ones are counted for an account and a caller together: they shut out that caller from that
/// account and nobody else, or a stranger could keep an officer from working. A whole office may be one network address, so a browser that
/// has signed in to the account before is a caller of its own, whatever goes on at its address. Tries from many callers are bounded as
/// well: then only callers who have signed in to the account before go on.
/// </summary>
public sealed class SignInTries(NpgsqlDataSource source, TimeProvider time)
{
    /// <summary>Wrong passwords in a row for one account after which its caller is shut out.</summary>
    public const int Most = 5;

    /// <summary>
    /// Wrong passwords for one account from all callers new to it, within <see cref="Pause"/>, after which new callers are shut out.
    /// </summary>
    public const int MostOfStrangers = 50;

    /// <summary>How long a caller is shut out.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(15);

    // The try counts before the password is looked at, so that tries at the same moment are counted, too.
    private const string Begin = """
        insert into sign_in_tries as t (staff_id, caller, failures, tried_at)
          select $1, coalesce((
            select k.caller from sign_in_tries k where k.staff_id = $1 and k.caller = $7 and k.succeeded_at is not null), $2), 1, $3
        on conflict (staff_id, caller) do update set
          failures = case when t.tried_at <= $4 then 1 else least(t.failures, $5) + 1 end,
          tried_at = case when t.failures >= $5 and t.tried_at > $4 then t.tried_at else $3 end
        returning t.caller, t.failures <= $5 and (t.succeeded_at is not null or $6 > (
          select coalesce(sum(o.failures), 0) from sign_in_tries o
          where o.staff_id = $1 and o.caller <> t.caller and o.tried_at > $4 and o.succeeded_at is null))
        """;

    private const string Succeed = """
        insert into sign_in_tries (staff_id, caller, failures, tried_at, succeeded_at)
          select distinct $1, c.caller, 0, $3, $3 from unnest($2) c (caller)
        on conflict (staff_id, caller) do update set failures = 0, succeeded_at = excluded.succeeded_at
        """;

    private const string Forget = "delete from sign_in_tries where staff_id = $1";

    /// <summary>Counts a try.</summary>
    /// <param name="staffId">The account.</param>
    /// <param name="network">The caller's network address.</param>
    /// <param name="browser">The caller's browser, when it is known by a cookie; counts only once it has signed in to the account.</param>
    /// <returns>For whom it was counted; null when the try must not be made.</returns>
    public async Task<string?> BeginAsync(Guid staffId, string network, string? browser = null)
    {
        var now = time.GetUtcNow();
        await using var command = source.CreateCommand(Begin);
        object[] values = [staffId, network, now, now - Pause, Most, MostOfStrangers, Named(browser) ?? ""];
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        await using var reader = await command.ExecuteReaderAsync();
        return await reader.ReadAsync() && reader.GetBoolean(1) ? reader.GetString(0) : null;
    }

    /// <summary>The password was right: the caller's count begins anew, and the browser is known from now on.</summary>
    public async Task SucceedAsync(Guid staffId, string caller, string? browser = null)
    {
        await using var command = source.CreateCommand(Succeed);
        string[] callers = Named(browser) is { } named ? [caller, named] : [caller];
        object[] values = [staffId, callers, time.GetUtcNow()];
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

    private static string? Named(string? browser) => browser is null ? null : $"browser:{browser}";
}
