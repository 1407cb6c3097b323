using System.Security.Cryptography;
using System.Text;
using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Load.Residents;
using Npgsql;
using NpgsqlTypes;

namespace Dukcapil.Bot.Load.Campaigning;

/// <summary>The register of a made-up town: one in twenty shares the phone of the person before, three in a hundred have none.</summary>
internal sealed class CampaignPeople(NpgsqlDataSource source, MessageSealer sealer, TimeProvider time)
{
    private const string Copy = """
        copy unrecorded_people (nik_hash, nik_enc, name_enc, birth_date, ever_married, phone_enc, phone_hash, kelurahan_code, status_by,
          source,
          created_at, updated_at, actor_kind) from stdin (format binary)
        """;

    private const int Sharing = 20, WithoutPhone = 33, Places = 43, Ages = 15_000;
    private static readonly DateOnly Youngest = new(2005, 1, 1);

    /// <summary>The residents with phones of their own, by number.</summary>
    public IReadOnlyList<Resident> Residents { get; private set; } = [];

    /// <summary>Writes the register.</summary>
    public async Task WriteAsync(int count)
    {
        var residents = new List<Resident>();
        var (nik, name, now) = (sealer.SealText("3672011708959901"), sealer.SealText("Warga Uji"), time.GetUtcNow());
        await using var connection = await source.OpenConnectionAsync();
        await using (var copy = await connection.BeginBinaryImportAsync(Copy))
        {
            for (var n = 1; n <= count; n++)
            {
                if (n % WithoutPhone != 0 && (n % Sharing != 0 || residents.Count == 0)) residents.Add(new Resident(n));
                var phone = n % WithoutPhone == 0 ? null : residents[^1].Address;
                await copy.StartRowAsync();
                await copy.WriteAsync(SHA256.HashData(Encoding.UTF8.GetBytes($"person {n}")), NpgsqlDbType.Bytea);
                await copy.WriteAsync(nik, NpgsqlDbType.Bytea);
                await copy.WriteAsync(name, NpgsqlDbType.Bytea);
                await copy.WriteAsync(Youngest.AddDays(-(n % Ages)), NpgsqlDbType.Date);
                await copy.WriteAsync(n % 3 == 0, NpgsqlDbType.Boolean);
                await WriteAsync(copy, phone is null ? null : sealer.SealText(phone));
                await WriteAsync(copy, phone is null ? null : sealer.HashAddress(phone));
                await copy.WriteAsync($"36.72.{n % Places:D2}", NpgsqlDbType.Text);
                await copy.WriteAsync("import", NpgsqlDbType.Text);
                await copy.WriteAsync("import", NpgsqlDbType.Text);
                await copy.WriteAsync(now, NpgsqlDbType.TimestampTz);
                await copy.WriteAsync(now, NpgsqlDbType.TimestampTz);
                await copy.WriteAsync("import", NpgsqlDbType.Text);
            }

            await copy.CompleteAsync();
        }

        Residents = residents;
    }

    private static Task WriteAsync(NpgsqlBinaryImporter copy, byte[]? value) =>
        value is null ? copy.WriteNullAsync() : copy.WriteAsync(value, NpgsqlDbType.Bytea);
}
