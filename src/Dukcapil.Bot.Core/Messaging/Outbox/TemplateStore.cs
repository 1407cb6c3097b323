using System.Collections.Concurrent;
using Dukcapil.Bot.Core.Messaging.Provider;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Dukcapil.Bot.Core.Messaging.Outbox;

/// <summary>
/// Templates of lists and buttons: created once at the provider for each shape, remembered in the database for all replicas. Sends that
/// need the same new shape wait for one creation; after a failed one nobody asks again for a while.
/// </summary>
public sealed class TemplateStore(NpgsqlDataSource source, ContentClient provider, IOptions<OutboxOptions> options, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<Attempt>>> _attempts = new(StringComparer.Ordinal);

    /// <summary>The provider's id of a shape; null when it cannot be created now and the numbered text must do.</summary>
    public async Task<string?> FindOrCreateAsync(ContentShape shape, CancellationToken cancellationToken)
    {
        var attempt = _attempts.GetOrAdd(shape.Key, _ => new Lazy<Task<Attempt>>(() => AttemptAsync(shape)));
        try
        {
            var made = await attempt.Value.WaitAsync(cancellationToken);
            if (made.ContentSid is null && made.AgainAt <= time.GetUtcNow()) Remove(shape.Key, attempt);
            return made.ContentSid;
        }
        catch when (attempt.Value.IsFaulted)
        {
            Remove(shape.Key, attempt);
            throw;
        }
    }

    /// <summary>Forgets a template that the provider no longer has.</summary>
    public async Task ForgetAsync(string contentSid, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("delete from content_templates where content_sid = $1");
        command.Parameters.Add(new() { Value = contentSid });
        await command.ExecuteNonQueryAsync(cancellationToken);
        foreach (var (key, attempt) in _attempts)
            if (attempt.Value is { IsCompletedSuccessfully: true } done && (await done).ContentSid == contentSid)
                Remove(key, attempt);
    }

    private void Remove(string key, Lazy<Task<Attempt>> attempt) => _attempts.TryRemove(KeyValuePair.Create(key, attempt));

    private async Task<Attempt> AttemptAsync(ContentShape shape)
    {
        var sid = await ReadAsync(shape.Key) ?? (await provider.CreateContentAsync(shape) is { } created
            ? await KeepAsync(shape.Key, created)
            : null);
        return new Attempt(sid, time.GetUtcNow() + options.Value.TemplatePause);
    }

    private async Task<string?> ReadAsync(string key)
    {
        await using var command = source.CreateCommand("select content_sid from content_templates where key = $1");
        command.Parameters.Add(new() { Value = key });
        return await command.ExecuteScalarAsync() as string;
    }

    /// <summary>Another replica may have created one at the same moment: the first one kept serves all.</summary>
    private async Task<string?> KeepAsync(string key, string sid)
    {
        await using var command = source.CreateCommand(
            "insert into content_templates (key, content_sid, created_at) values ($1, $2, $3) on conflict (key) do nothing");
        command.Parameters.Add(new() { Value = key });
        command.Parameters.Add(new() { Value = sid });
        command.Parameters.Add(new() { Value = time.GetUtcNow() });
        await command.ExecuteNonQueryAsync();
        return await ReadAsync(key);
    }

    /// <summary>What came of one creation.</summary>
    private sealed record Attempt(string? ContentSid, DateTimeOffset AgainAt);
}
