using System.Text.Json;
using Dukcapil.Bot.Core.Data.Protection;
using Npgsql;

namespace Dukcapil.Bot.Core.Staff;

/// <summary>
/// Stores the fields of a form that could not be carried out (refused, an old page, an ended session) until the page shows them again to
/// the same account. Encrypted like personal data, read once, deleted after a day.
/// </summary>
public sealed class KeptForms(NpgsqlDataSource source, PersonalDataCipher cipher, TimeProvider time)
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private const string Keep = """
        with old as (delete from kept_forms where kept_at < $5)
        insert into kept_forms (id, staff_id, kept_at, content_enc) values ($1, $2, $3, $4)
        """;

    private const string Take = """
        delete from kept_forms where staff_id = $2 and kept_at >= $3
          and id = coalesce($1, (select id from kept_forms where staff_id = $2 order by kept_at desc limit 1))
        returning content_enc
        """;

    /// <summary>Keeps a form for an account and returns its key.</summary>
    public async Task<Guid> KeepAsync(Guid staffId, KeptForm form, CancellationToken cancellationToken)
    {
        var (id, now) = (Guid.NewGuid(), time.GetUtcNow());
        await using var command = source.CreateCommand(Keep);
        object[] values = [id, staffId, now, cipher.Encrypt(JsonSerializer.SerializeToUtf8Bytes(form)), now - Longest];
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(cancellationToken);
        return id;
    }

    /// <summary>Takes a form that was kept for an account; without a key the last one. Null when there is none.</summary>
    public async Task<KeptForm?> TakeAsync(Guid staffId, Guid? id, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(Take);
        command.Parameters.Add(new() { Value = (object?)id ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid });
        command.Parameters.Add(new() { Value = staffId });
        command.Parameters.Add(new() { Value = time.GetUtcNow() - Longest });
        return await command.ExecuteScalarAsync(cancellationToken) is byte[] content
            ? JsonSerializer.Deserialize<KeptForm>(cipher.Decrypt(content))
            : null;
    }
}

/// <summary>What was typed into a form.</summary>
/// <param name="Action">The address that it was posted to, with its query.</param>
/// <param name="Fields">Its fields by name, tokens and passwords left out.</param>
public sealed record KeptForm(string Action, IReadOnlyDictionary<string, string[]> Fields)
{
    /// <summary>Names of fields in which a file was chosen. The file itself is not kept: it is asked for again.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];
}
