using System.Globalization;
using System.Security.Cryptography;
using Dukcapil.Bot.Core.Data.Protection;
using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Tests.Fixtures;
using Npgsql;
using NpgsqlTypes;

namespace Dukcapil.Bot.Tests.Reminders;

/// <summary>People of the register, made for a test.</summary>
internal static class Townsfolk
{
    /// <summary>The NIK of everybody: what is unique is its hash, which is drawn.</summary>
    public const string Nik = "3672011708959901";

    /// <summary>The name of everybody.</summary>
    public const string Name = "Siti Rahmawati";

    private const string Insert = """
        insert into unrecorded_people (nik_hash, nik_enc, name_enc, birth_date, ever_married, phone_enc, phone_hash, phone_status,
          kelurahan_code,
          status_by, source, created_at, updated_at, actor_kind)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'staff', 'staff', $10, $10, 'staff') returning id
        """;

    private static int number = 100_000;

    /// <summary>A number nobody else has.</summary>
    public static string NewPhone() =>
        string.Create(CultureInfo.InvariantCulture, $"whatsapp:+62812000{Interlocked.Increment(ref number)}");

    /// <summary>Adds somebody of an age in whole years.</summary>
    public static async Task<long> AddAsync(
        IServiceProvider services, DateTimeOffset now, string? phone, int age, string place, bool married = false,
        string phoneStatus = "unknown")
    {
        var (sealer, cipher) = (services.Need<MessageSealer>(), services.Need<PersonalDataCipher>());
        await using var command = services.Need<NpgsqlDataSource>().CreateCommand(Insert);
        void Add(NpgsqlDbType type, object? value) =>
            command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = type, Value = value ?? DBNull.Value });
        Add(NpgsqlDbType.Bytea, RandomNumberGenerator.GetBytes(16));
        Add(NpgsqlDbType.Bytea, cipher.Encrypt(Nik));
        Add(NpgsqlDbType.Bytea, cipher.Encrypt(Name));
        Add(NpgsqlDbType.Date, DateOnly.FromDateTime(now.AddHours(7).DateTime).AddYears(-age).AddDays(-1));
        Add(NpgsqlDbType.Boolean, married);
        Add(NpgsqlDbType.Bytea, phone is null ? null : sealer.SealText(phone));
        Add(NpgsqlDbType.Bytea, phone is null ? null : sealer.HashAddress(phone));
        Add(NpgsqlDbType.Text, phoneStatus);
        Add(NpgsqlDbType.Text, place);
        Add(NpgsqlDbType.TimestampTz, now);
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
