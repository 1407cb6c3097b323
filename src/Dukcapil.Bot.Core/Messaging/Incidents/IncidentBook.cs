using Npgsql;

namespace Dukcapil.Bot.Core.Messaging.Incidents;

/// <summary>Where trouble is written down for people. Noticing the same trouble again, on any replica, changes nothing.</summary>
public sealed class IncidentBook(NpgsqlDataSource source, TimeProvider time)
{
    private const string Open = """
        insert into incidents (kind, subject, opened_at, detail) values ($1, $2, $3, $4)
        on conflict (kind, subject) where closed_at is null do nothing
        """;

    private const string Close = "update incidents set closed_at = $3 where kind = $1 and subject = $2 and closed_at is null";

    private const string CloseKind = "update incidents set closed_at = $2 where kind = $1 and closed_at is null";

    private const string Past = """
        select id, kind, subject, opened_at, detail, closed_at from incidents where closed_at is not null order by closed_at desc, id desc limit $1
        """;

    private const string Listed
        = "select id, kind, subject, opened_at, detail, closed_at from incidents where closed_at is null order by opened_at, id";

    /// <summary>Opens an incident unless it is open. Returns whether it is new, so that the caller logs it once.</summary>
    /// <param name="kind">One of <see cref="IncidentKinds"/>.</param>
    /// <param name="subject">What it concerns; may be empty.</param>
    /// <param name="detail">What it is and what to do, in Indonesian for staff; no personal data.</param>
    /// <param name="cancellationToken">Stops the operation.</param>
    public async Task<bool> OpenAsync(string kind, string subject, string detail, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(Open);
        command.Parameters.Add(new() { Value = kind });
        command.Parameters.Add(new() { Value = subject });
        command.Parameters.Add(new() { Value = time.GetUtcNow() });
        command.Parameters.Add(new() { Value = detail });
        return await command.ExecuteNonQueryAsync(cancellationToken) > 0;
    }

    /// <summary>Closes an incident that is over. Returns whether one was open.</summary>
    public async Task<bool> CloseAsync(string kind, string subject, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(Close);
        command.Parameters.Add(new() { Value = kind });
        command.Parameters.Add(new() { Value = subject });
        command.Parameters.Add(new() { Value = time.GetUtcNow() });
        return await command.ExecuteNonQueryAsync(cancellationToken) > 0;
    }

    /// <summary>Closes every incident of a kind. Returns how many were open.</summary>
    public async Task<int> CloseAllAsync(string kind, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(CloseKind);
        command.Parameters.Add(new() { Value = kind });
        command.Parameters.Add(new() { Value = time.GetUtcNow() });
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The incidents that last, oldest first.</summary>
    public async Task<IReadOnlyList<Incident>> ListOpenAsync(CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(Listed);
        return await ReadAsync(command, cancellationToken);
    }

    /// <summary>The incidents that are over, the one that ended last first.</summary>
    public async Task<IReadOnlyList<Incident>> ListPastAsync(int atMost, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(Past);
        command.Parameters.Add(new() { Value = atMost });
        return await ReadAsync(command, cancellationToken);
    }

    private static async Task<IReadOnlyList<Incident>> ReadAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var found = new List<Incident>();
        while (await reader.ReadAsync(cancellationToken))
        {
            found.Add(new Incident(
                reader.GetInt64(0), reader.GetString(1), reader.GetString(2), reader.GetFieldValue<DateTimeOffset>(3),
                await reader.IsDBNullAsync(5, cancellationToken) ? null : reader.GetFieldValue<DateTimeOffset>(5), reader.GetString(4)));
        }

        return found;
    }
}
