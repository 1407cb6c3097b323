using Dukcapil.Bot.Core.Data.Protection;
using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Core.Reminders.Imports.Lists;
using Dukcapil.Bot.Core.Reminders.Register;
using Npgsql;
using NpgsqlTypes;

namespace Dukcapil.Bot.Core.Reminders.Imports;

/// <summary>
/// Encrypts rows of a list and puts them beside the register. Each batch is a commit of its own; none is seen before the merge.
/// </summary>
internal sealed class ImportStaging(NpgsqlDataSource source, PersonalDataCipher cipher, MessageSealer sealer)
{
    private const string CopyPeople = """
        copy unrecorded_staging (import_id, nik_hash, nik_enc, name_enc, birth_date, ever_married, phone_enc, phone_hash,
          kelurahan_code, status, row_hash, status_said, married_said, birth_doubt, line, row_enc)
        from stdin (format binary)
        """;

    private const string CopyRejections
        = "copy import_rejections (import_id, line, column_name, code, detail, row_enc) from stdin (format binary)";

    /// <summary>Writes a batch.</summary>
    public async Task WriteAsync(long importId, ListHeading heading, ListBatch batch, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        if (batch.People.Count > 0)
        {
            await using var copy = await connection.BeginBinaryImportAsync(CopyPeople, cancellationToken);
            foreach (var row in batch.People) Write(copy, importId, heading, row);
            await copy.CompleteAsync(cancellationToken);
        }

        if (batch.Rejections.Count == 0) return;
        await using var rejected = await connection.BeginBinaryImportAsync(CopyRejections, cancellationToken);
        foreach (var rejection in batch.Rejections) Write(rejected, importId, heading, rejection);
        await rejected.CompleteAsync(cancellationToken);
    }

    private void Write(NpgsqlBinaryImporter copy, long importId, ListHeading heading, ListRow row)
    {
        var person = row.Person;
        copy.StartRow();
        copy.Write(importId, NpgsqlDbType.Bigint);
        copy.Write(RegisterSeal.HashNik(cipher, person.Nik), NpgsqlDbType.Bytea);
        copy.Write(cipher.Encrypt(person.Nik), NpgsqlDbType.Bytea);
        copy.Write(cipher.Encrypt(person.Name), NpgsqlDbType.Bytea);
        copy.Write(person.BirthDate, NpgsqlDbType.Date);
        copy.Write(person.EverMarried, NpgsqlDbType.Boolean);
        WriteOptional(copy, person.Phone is null ? null : sealer.SealText(person.Phone), NpgsqlDbType.Bytea);
        WriteOptional(copy, person.Phone is null ? null : sealer.HashAddress(person.Phone), NpgsqlDbType.Bytea);
        WriteOptional(copy, person.KelurahanCode, NpgsqlDbType.Text);
        copy.Write(RegisterTerms.Of(person.Status), NpgsqlDbType.Text);
        copy.Write(HashRow(heading, person), NpgsqlDbType.Bytea);
        WriteOptional(copy, person.StatusSaid, NpgsqlDbType.Text);
        WriteOptional(copy, person.MarriedSaid, NpgsqlDbType.Text);
        WriteOptional(copy, person.BirthDoubt is { } doubt ? DoubtTerms.Of(doubt) : null, NpgsqlDbType.Text);
        copy.Write(row.Line, NpgsqlDbType.Integer);
        WriteOptional(copy, row.Row is null ? null : cipher.Encrypt(row.Row), NpgsqlDbType.Bytea);
    }

    private void Write(NpgsqlBinaryImporter copy, long importId, ListHeading heading, ListRejection rejection)
    {
        copy.StartRow();
        copy.Write(importId, NpgsqlDbType.Bigint);
        copy.Write(rejection.Line, NpgsqlDbType.Integer);
        WriteOptional(copy, rejection.Fault.Column is { } column ? heading.TitleOf(column) : null, NpgsqlDbType.Text);
        copy.Write(rejection.Fault.Code, NpgsqlDbType.Text);
        WriteOptional(copy, rejection.Fault.Detail, NpgsqlDbType.Text);
        copy.Write(cipher.Encrypt(rejection.Row), NpgsqlDbType.Bytea);
    }

    // What the list says of the person, and what it says nothing about: the same row of another kind of list is another row.
    private byte[] HashRow(ListHeading heading, ListPerson person) => cipher.Hash("unrecorded-row", string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"{person.Nik}\n{person.Name}\n{person.BirthDate:O}\n"
            + $"{(heading.Has(ListColumn.Phone) ? person.Phone : "?")}\n"
            + $"{(heading.Has(ListColumn.Kelurahan) ? person.KelurahanCode : "?")}\n"
            + $"{(heading.Has(ListColumn.Status) ? RegisterTerms.Of(person.Status) : "?")}\n"
            + $"{(heading.Has(ListColumn.Married) ? person.EverMarried : "?")}"));

    private static void WriteOptional<T>(NpgsqlBinaryImporter copy, T? value, NpgsqlDbType type)
        where T : class
    {
        if (value is null) copy.WriteNull();
        else copy.Write(value, type);
    }
}
