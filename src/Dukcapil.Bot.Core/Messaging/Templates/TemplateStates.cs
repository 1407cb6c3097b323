using Npgsql;
using NpgsqlTypes;

namespace Dukcapil.Bot.Core.Messaging.Templates;

/// <summary>What was created at the provider, kept for all replicas.</summary>
public sealed class TemplateStates(NpgsqlDataSource source, TimeProvider time)
{
    private const string List = """
        select name, language, version, body, content_sid, status, reason, checked_at from message_templates
        where $1::text[] is null or name = any($1) order by name, language, created_at desc
        """;

    private const string Keep = """
        insert into message_templates (name, language, version, body, content_sid, status, created_at, checked_at)
        values ($1, $2, $3, $4, $5, 'unsubmitted', $6, $6)
        on conflict (name, language, version) do update set content_sid = $5, status = 'unsubmitted', reason = null, checked_at = $6
        """;

    private const string Record = """
        update message_templates set status = $4, reason = $5, checked_at = $6 where name = $1 and language = $2 and version = $3
        """;

    /// <summary>Every wording; of one template the newest first.</summary>
    public Task<IReadOnlyList<TemplateState>> ListAsync(CancellationToken cancellationToken) => ReadAsync(null, cancellationToken);

    /// <summary>The wordings of some templates; of one template the newest first.</summary>
    public Task<IReadOnlyList<TemplateState>> ListAsync(IEnumerable<string> names, CancellationToken cancellationToken) =>
        ReadAsync(names.ToArray(), cancellationToken);

    /// <summary>Remembers that a wording was created at the provider, anew if it was before.</summary>
    public async Task<TemplateState> KeepAsync(MessageTemplate template, string contentSid, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var command = source.CreateCommand(Keep);
        foreach (var value in (ReadOnlySpan<string>)[template.Name, template.Language, template.Version, template.Body, contentSid])
            command.Parameters.Add(new() { Value = value });
        command.Parameters.Add(new() { Value = now });
        await command.ExecuteNonQueryAsync(cancellationToken);
        return new TemplateState(template.Name, template.Language, template.Version, template.Body, contentSid, "unsubmitted", null, now);
    }

    /// <summary>Records what the provider says of a wording.</summary>
    public async Task<TemplateState> RecordAsync(TemplateState state, string status, string? reason, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var command = source.CreateCommand(Record);
        foreach (var value in (ReadOnlySpan<string>)[state.Name, state.Language, state.Version, status]) command.Parameters
            .Add(new() { Value = value });
        command.Parameters.Add(new() { Value = (object?)reason ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = now });
        await command.ExecuteNonQueryAsync(cancellationToken);
        return state with { Status = status, Reason = reason, CheckedAt = now };
    }

    private async Task<IReadOnlyList<TemplateState>> ReadAsync(string[]? names, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(List);
        command.Parameters.Add(new() { Value = (object?)names ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var found = new List<TemplateState>();
        while (await reader.ReadAsync(cancellationToken))
        {
            found.Add(new TemplateState(
                reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetString(4), reader.GetString(
                    5),
                await reader.IsDBNullAsync(6, cancellationToken) ? null : reader.GetString(6), reader.GetFieldValue<DateTimeOffset>(7)));
        }

        return found;
    }
}
