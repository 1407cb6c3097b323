using System.Globalization;
using Dukcapil.Bot.Core.Data.Protection;
using Dukcapil.Bot.Load.Hosts;
using Dukcapil.Bot.Load.Measuring;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace Dukcapil.Bot.Load.Importing;

/// <summary>Compares the register with the list, and every later state of it with that after one clean run.</summary>
internal sealed class ImportProof(ListFile list, LoadDatabase database, Report report)
{
    private const int LongestSeconds = 60;
    private const long MostMemory = 400L * 1024 * 1024;

    /// <summary>Everything of everybody that does not depend on when it was written; ciphertext differs each time.</summary>
    private const string Content = """
        select md5(string_agg(concat_ws(',', encode(nik_hash, 'hex'), encode(row_hash, 'hex'), status, status_by, birth_date, ever_married,
          kelurahan_code,
          encode(phone_hash, 'hex'), phone_status, source), '|' order by nik_hash)) from unrecorded_people
        """;

    /// <summary>The row versions, too: an update that changes nothing would show.</summary>
    private const string Versions = "select md5(string_agg(concat_ws(',', id, xmin, ctid), '|' order by id)) from unrecorded_people";

    private string _clean = "", _versions = "";

    /// <summary>Whether every line so far holds.</summary>
    public bool Holds { get; private set; } = true;

    public async Task FirstAsync(long id, TimeSpan took, IReadOnlyList<long> seen, int returned)
    {
        var import = await ImportAsync(id);
        Prove($"in less than {LongestSeconds} s", took.TotalSeconds < LongestSeconds);
        Prove($"every row was read: {import.Rows}", import.Rows == list.Rows);
        Prove(
            $"every wrong row was rejected with its reason, and comes back in the file: {import.Rejected}, {returned}",
            import.Rejected == list.Bad && returned == list.Bad);
        Prove($"every other person is new: {import.New}", import.New == list.Rows - list.Bad && await PeopleAsync() == import.New);
        Prove(
            $"the page showed the progress: {seen.Count} different figures, rising",
            seen.Count >= Math.Min(3, took.TotalSeconds / 3) && seen.SequenceEqual(seen.Order()));
        Prove($"names and numbers read back as the list has them, one person in {Sampled}", await IsReadableAsync());
        (_clean, _versions) = (await TextAsync(Content), await TextAsync(Versions));
    }

    public async Task AgainAsync(long id)
    {
        var import = await ImportAsync(id);
        Prove(
            $"the same list again: {import.New} new, {import.Changed} changed, {import.Unchanged} unchanged, {import.Rejected} rejected",
            import.New == 0 && import.Changed == 0 && import.Unchanged == list.Rows - list.Bad && import.Rejected == list.Bad);
        Prove(
            $"no row of the register was written",
            await TextAsync(Versions) == _versions && await database.CountAsync("select count(*) from unrecorded_events") == 0);
    }

    /// <summary>An import that did not end has left nothing.</summary>
    public async Task NothingAsync(string what)
    {
        var left = await database.CountAsync("select (select count(*) from unrecorded_people) + (select count(*) "
            + "from unrecorded_staging) + (select count(*) from import_rejections)");
        Prove($"{what}: nothing is left, neither in the register nor beside it", left == 0);
    }

    /// <summary>After a kill and one more run all is as after one clean run.</summary>
    public async Task BrokenAsync(string when, long id)
    {
        var phases = string.Join(", ", (await database.ReadAsync("select phase from register_imports order by id")).Select(row => row[0]));
        var import = await ImportAsync(id);
        Prove($"killed while {when}: the first import is broken off and the second done ({phases})", phases == "broken_off, done");
        Prove($"killed while {when}: the second found nobody there: {import.New} new", import.New == list.Rows - list.Bad);
        Prove($"killed while {when}: the register is that of one clean run", await TextAsync(Content) == _clean);
        Prove($"killed while {when}: nothing is left beside it", await database.CountAsync(
            $"select (select count(*) from unrecorded_staging) + (select count(*) from import_rejections where import_id <> {id})") == 0);
    }

    public void Memory(long most) => Prove($"the host needed less than 400 MB", most < MostMemory);

    private const int Sampled = 500;

    private async Task<bool> IsReadableAsync()
    {
        var cipher = new PersonalDataCipher(new ConfigurationBuilder().AddInMemoryCollection(HostProcess.PersonalDataKeys).Build()
            .GetSection("PersonalData")
            .Get<PersonalDataOptions>()!);
        await using var source = NpgsqlDataSource.Create(database.Owner);
        for (var row = 0; row < list.Rows; row += Sampled)
        {
            await using var command = source.CreateCommand(
                "select nik_enc, name_enc, birth_date from unrecorded_people where nik_hash = $1");
            command.Parameters.Add(new NpgsqlParameter { Value = cipher.Hash("number", ListFile.Nik(row)) });
            await using var reader = await command.ExecuteReaderAsync();
            if (!await reader.ReadAsync() || cipher.DecryptText((byte[])reader[0]) != ListFile.Nik(row)
                || cipher.DecryptText((byte[])reader[1]) != ListFile.Name(row)
                || reader.GetFieldValue<DateOnly>(2) != ListFile.Birth(row)) return false;
        }

        return true;
    }

    private async Task<(int Rows, int Rejected, int New, int Changed, int Unchanged)> ImportAsync(long id)
    {
        var row = (await database.ReadAsync("select rows_read, rows_rejected, people_new, people_changed, people_unchanged "
            + $"from register_imports where id = {id} and phase = 'done'"))
            .Single().Select(value => int.Parse(value, CultureInfo.InvariantCulture)).ToArray();
        return (row[0], row[1], row[2], row[3], row[4]);
    }

    private Task<long> PeopleAsync() => database.CountAsync("select count(*) from unrecorded_people");

    private async Task<string> TextAsync(string sql) => (await database.ReadAsync(sql))[0][0];

    private void Prove(FormattableString what, bool holds)
    {
        report.Line($"  {(holds ? "ok  " : "FAIL")} {what.ToString(CultureInfo.InvariantCulture)}");
        Holds &= holds;
    }
}
