using Microsoft.Extensions.Options;
using Npgsql;

namespace Dukcapil.Bot.Core.Staff;

/// <summary>
/// Sessions of staff in the database, shared by all hosts; a cookie only names one. A session that was signed out, was idle too long or
/// has reached its longest time ends in every copy of the cookie at once; all sessions of an account end when the account changes.
/// </summary>
public sealed class SessionBook(NpgsqlDataSource source, IOptions<SessionOptions> options, TimeProvider time)
{
    /// <summary>
    /// Shortest time between two updates of a session's last use, so that a page does not write with every file it loads.
    /// </summary>
    private static readonly TimeSpan NoteEvery = TimeSpan.FromMinutes(1);

    private const string Begin = """
        with over as (delete from staff_sessions where staff_id = $2 and (ends_at <= $3 or used_at <= $5))
        insert into staff_sessions (id, staff_id, began_at, used_at, ends_at) values ($1, $2, $3, $3, $4)
        """;

    private const string Use = """
        with alive as (
          select s.id, s.used_at from staff_sessions s join staff m on m.id = s.staff_id
          where s.id = $1 and s.staff_id = $2 and m.security_stamp = $3 and s.ends_at > $4 and s.used_at > $5),
        used as (update staff_sessions s set used_at = $4 from alive a where s.id = a.id and $6 and a.used_at <= $7)
        select exists (select from alive)
        """;

    private const string End = "delete from staff_sessions where id = $1";

    private TimeSpan Idle => TimeSpan.FromMinutes(options.Value.IdleMinutes);

    /// <summary>Begins a session and returns its id.</summary>
    public async Task<Guid> BeginAsync(Guid staffId)
    {
        var (id, now) = (Guid.NewGuid(), time.GetUtcNow());
        await ExecuteAsync(Begin, id, staffId, now, now.AddHours(options.Value.LongestHours), now - Idle);
        return id;
    }

    /// <summary>Whether a session is valid; a use by a person prolongs it.</summary>
    /// <param name="id">The session.</param>
    /// <param name="staffId">Whose it is.</param>
    /// <param name="stamp">The account's security stamp as it was at the sign-in: another one ends all sessions.</param>
    /// <param name="byPerson">False for what a page asks by itself.</param>
    public async Task<bool> UseAsync(Guid id, Guid staffId, string stamp, bool byPerson)
    {
        var now = time.GetUtcNow();
        await using var command = Command(Use, id, staffId, stamp, now, now - Idle, byPerson, now - NoteEvery);
        return (bool)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Ends a session.</summary>
    public Task EndAsync(Guid id) => ExecuteAsync(End, id);

    private async Task ExecuteAsync(string sql, params object[] values)
    {
        await using var command = Command(sql, values);
        await command.ExecuteNonQueryAsync();
    }

    private NpgsqlCommand Command(string sql, params object[] values)
    {
        var command = source.CreateCommand(sql);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        return command;
    }
}
