using System.Collections.Concurrent;
using Dukcapil.Bot.Core.Messaging.Twilio;
using Npgsql;

namespace Dukcapil.Bot.Core.Messaging.Outbox;

/// <summary>Templates of lists and buttons: created once at the provider for each shape, remembered in the database for all replicas.</summary>
public sealed class TemplateStore(NpgsqlDataSource source, ContentClient provider, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, string> _known = new(StringComparer.Ordinal);

    /// <summary>The provider's id of a shape; null when it cannot be created now and the numbered text must do.</summary>
    public async Task<string?> FindOrCreateAsync(ContentShape shape, CancellationToken cancellation)
    {
        if (_known.TryGetValue(shape.Key, out var known)) return known;
        var sid = await ReadAsync(shape.Key, cancellation);
        if (sid is null && await provider.CreateContentAsync(shape, cancellation) is { } created)
            sid = await KeepAsync(shape.Key, created, cancellation);
        return sid is null ? null : _known.GetOrAdd(shape.Key, sid);
    }

    private async Task<string?> ReadAsync(string key, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand("select content_sid from content_templates where key = $1");
        command.Parameters.Add(new() { Value = key });
        return await command.ExecuteScalarAsync(cancellation) as string;
    }

    /// <summary>Another replica may have created one at the same moment: the first one kept serves all.</summary>
    private async Task<string?> KeepAsync(string key, string sid, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(
            "insert into content_templates (key, content_sid, created_at) values ($1, $2, $3) on conflict (key) do nothing");
        command.Parameters.Add(new() { Value = key });
        command.Parameters.Add(new() { Value = sid });
        command.Parameters.Add(new() { Value = time.GetUtcNow() });
        await command.ExecuteNonQueryAsync(cancellation);
        return await ReadAsync(key, cancellation);
    }
}
