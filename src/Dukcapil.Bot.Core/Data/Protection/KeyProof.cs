using System.Security.Cryptography;
using Npgsql;

namespace Dukcapil.Bot.Core.Data.Protection;

/// <summary>
/// Proves at the start that the keys are those which the database was filled with. With others nobody would be recognised and nothing could
/// be opened, while new rows were written under the wrong keys.
/// </summary>
public sealed class KeyProof(NpgsqlDataSource source, PersonalDataCipher cipher)
{
    private const string Word = "dukcapil-bot";

    private const string Purpose = "key-proof";

    private const string Proof = "select word_enc, word_hash from key_proof";

    /// <summary>
    /// Checks the keys against the database; a new one takes them on. One that was filled before there was a proof is checked against
    /// a resident's address.
    /// </summary>
    /// <exception cref="SettingException">A key does not fit; one line that names it.</exception>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        if (await FirstAsync(Proof, cancellationToken) is []) await BeginAsync(cancellationToken);
        if (await FirstAsync(Proof, cancellationToken) is not [var word, var hash]) throw new InvalidOperationException(
            "The proof of the keys was not written.");
        Open(word);
        if (!cipher.Hash(Purpose, Word).AsSpan().SequenceEqual(hash))
            throw new SettingException(
                "PersonalData:SearchKey does not fit the database: it was filled with another key. Set that one, or use an empty database.");
    }

    private async Task BeginAsync(CancellationToken cancellationToken)
    {
        if (await FirstAsync("select value_enc from addresses order by id limit 1", cancellationToken) is [var address]) Open(address);
        await using var command = source.CreateCommand(
            "insert into key_proof (word_enc, word_hash) values ($1, $2) on conflict do nothing");
        command.Parameters.Add(new() { Value = cipher.Encrypt(Word) });
        command.Parameters.Add(new() { Value = cipher.Hash(Purpose, Word) });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private void Open(byte[] sealedBytes)
    {
        try
        {
            cipher.Decrypt(sealedBytes);
        }
        catch (CryptographicException)
        {
            throw new SettingException("PersonalData:EncryptionKey does not fit the database: it was filled with another key. Set that one, or use an empty database.");
        }
    }

    private async Task<byte[][]> FirstAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken)) return [];
        return [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetFieldValue<byte[]>)];
    }
}
