using System.Text;
using Dukcapil.Bot.Core.Appointments;
using Dukcapil.Bot.Core.Conversations;
using Dukcapil.Bot.Core.Data.Protection;
using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Core.Messaging.Channels;
using Dukcapil.Bot.Core.Residents;
using Dukcapil.Bot.Dialogs.Engine;
using Dukcapil.Bot.Tests.Data;
using Dukcapil.Bot.Tests.Fixtures;
using Npgsql;

namespace Dukcapil.Bot.Tests.Privacy;

/// <summary>HAPUS DATA, through the turn that carries it out.</summary>
public sealed class ErasureTests(QuietBot bot) : IClassFixture<QuietBot>
{
    private static readonly string[] Lines = ["halo", "HAPUS DATA", "ya"];

    [Fact]
    public async Task Message_that_asks_for_it_is_emptied_and_those_before_it_leave_the_phone()
    {
        var sender = $"uji:{Guid.NewGuid():N}";
        foreach (var line in Lines) await WriteAsync(sender, line);
        (await bot.ReadAsync<string>("select string_agg(status || ' ' || length(content_enc), ', ' order by id) from inbox "
            + $"where address_id = {await AddressAsync(sender)}"))
            .ShouldBe("handled 0");
    }

    [Fact]
    public async Task Conversation_knows_nothing_but_its_language_afterwards()
    {
        var sender = $"uji:{Guid.NewGuid():N}";
        foreach (var line in (string[])["english", "lost my ktp", "DELETE DATA", "delete"]) await WriteAsync(sender, line);
        var state = await bot.ReadAsync<byte[]>($"select state_enc from conversations where address_id = {await AddressAsync(sender)}");
        var read = DialogStateJson.Read(bot.Services.Need<PersonalDataCipher>().DecryptText(state));
        DialogStateJson.Write(read).ShouldBe(DialogStateJson.Write(new DialogState { Language = Dukcapil.Bot.Content.Language.En }));
    }

    [Fact]
    public async Task Open_case_is_kept_at_its_phone_and_leaves_it_once_it_has_ended()
    {
        var sender = $"uji:{Guid.NewGuid():N}";
        await WriteAsync(sender, "halo");
        var address = await AddressAsync(sender);
        var number = (await bot.Services.SubmitAsync(77, address)).Number;
        await WriteAsync(sender, "HAPUS DATA");
        await WriteAsync(sender, "hapus");
        (await CasesAsync(address)).ShouldBe(1);
        await bot.Services.Need<Retention>().RunAsync(TestContext.Current.CancellationToken);
        (await CasesAsync(address)).ShouldBe(1);

        await bot.ExecuteAsync($"update cases set status = 'Rejected', closed_at = now() where number = '{number}'");
        await bot.Services.Need<Retention>().RunAsync(TestContext.Current.CancellationToken);

        (await CasesAsync(address)).ShouldBe(0);
    }

    private Task<long> CasesAsync(long address) => bot.ReadAsync<long>($"select count(*) from cases where address_id = {address}");

    private Task WriteAsync(string sender, string line) => bot.Services.Need<TurnService>().ReceiveAsync(
        InboundActivity.Create(
            $"SM{Guid.NewGuid():N}", sender, TimeProvider.System.GetUtcNow(), new IncomingContent { Text = line },
            ChannelCapabilities.TextOnly),
        TestContext.Current.CancellationToken);

    private Task<long> AddressAsync(string sender)
    {
        var hash = Convert.ToHexString(bot.Services.Need<MessageSealer>().HashAddress(sender));
        return bot.ReadAsync<long>($"select address_id from address_aliases where value_hash = '\\x{hash}'");
    }
}

/// <summary>After two finished applications and a complaint, HAPUS DATA: nothing in a dump leads from the phone to any of it.</summary>
public sealed class ErasedJourneyTests(PersonalDataTests.JourneyApp app) : IClassFixture<PersonalDataTests.JourneyApp>
{
    // The identifier itself, that its data was erased, and the sentence that says so.
    private static readonly string[] Allowed = ["addresses", "address_aliases", "conversations", "outbox"];

    [Fact]
    public async Task Dump_holds_nothing_that_leads_from_the_phone_to_anything()
    {
        var sealer = app.Services.Need<MessageSealer>();
        var phone = $"whatsapp:{app.Phone.Number}";
        foreach (var line in (string[])["menu", "pengaduan", "petugas loket jutek", "Bukan salah satunya", "ya", "HAPUS DATA"])
            await app.Resident.WriteAsync(line);
        (await app.Resident.WriteAsync("ya")).ShouldContain("sudah dihapus");
        await app.Services.Need<Retention>().RunAsync(TestContext.Current.CancellationToken);

        var hash = Convert.ToHexStringLower(sealer.HashAddress(phone));
        var address = await app.ReadAsync<long>($"select address_id from address_aliases where value_hash = '\\x{hash}'");
        var booked = Convert.ToHexStringLower(BookingSubject.OfAddress(app.Services.Need<PersonalDataCipher>(), address));
        foreach (var (table, text) in await DumpAsync())
        {
            if (table is not ("public.addresses" or "public.address_aliases")) text.ShouldNotContain(hash, Case.Sensitive, table);
            foreach (var secret in (string[])[booked, app.Phone.Number[1..], Hex(app.Phone.Number[1..])])
                text.ShouldNotContain(secret, Case.Sensitive, table);
        }

        foreach (var table in (await app.ReadAsync<string[]>("select array_agg(table_name::text) from information_schema.columns "
            + "where table_schema = 'public' and column_name = 'address_id'")).Except(Allowed))
            (await app.ReadAsync<long>($"select count(*) from {table} where address_id = {address}")).ShouldBe(0, table);
        (await app.ReadAsync<long>($"select count(*) from outbox where address_id = {address} and (case_id is not null "
            + $"or created_at < (select erased_at from addresses where id = {address}))")).ShouldBe(0);
        (await app.ReadAsync<bool>("select bool_and(value_enc = '' and value_hash = '') from addresses where id in (select address_id "
            + $"from complaints union select address_id from inbox where address_id <> {address})")).ShouldBeTrue();
        (await app.Resident.WriteAsync("status")).ShouldContain("Belum ada permohonan");
        (await app.Resident.WriteAsync("pengaduan saya")).ShouldContain("Belum ada pengaduan");
    }

    private static string Hex(string text) => Convert.ToHexStringLower(Encoding.UTF8.GetBytes(text));

    private async Task<List<(string Table, string Text)>> DumpAsync()
    {
        await using var connection = new NpgsqlConnection(app.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        var dumps = new List<(string, string)>();
        foreach (var table in await app.ReadAsync<string[]>(
            "select array_agg(format('%I.%I', schemaname, tablename)) from pg_tables where schemaname in ('public', 'hangfire')"))
        {
            await using var command = new NpgsqlCommand(
                $"select coalesce(string_agg(line::text, E'\n'), '') from {table} line", connection);
            dumps.Add((table, (string)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!));
        }

        return dumps;
    }
}
