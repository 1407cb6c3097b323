using Dukcapil.Bot.Tests.Fixtures;

namespace Dukcapil.Bot.Tests.Inbound;

/// <summary>Residents without a number, and residents with a number and a user id.</summary>
public sealed class AddressTests(InboundBot app) : IClassFixture<InboundBot>
{
    private readonly string userId = $"ID.{Guid.NewGuid():n}";

    private SimulatedPhone ById => new(app.Address, userId);

    [Fact]
    public async Task Resident_without_a_number_goes_through_an_intake()
    {
        var phone = ById;
        (await phone.AskAsync("halo")).ShouldContain("Selamat datang");
        await phone.AskAsync("ktp saya hilang");
        await phone.AskAsync("ya");
        (await phone.AskAsync("ya")).ShouldContain("untuk siapa");
        await phone.AskAsync("saya sendiri");
        (await phone.AskAsync("Budi Santoso")).ShouldContain("NIK");
    }

    [Fact]
    public async Task Resident_who_hides_the_number_goes_on_where_they_were()
    {
        var phone = app.NewPhone();
        await app.PostAsync(From(phone), "ktp saya hilang", ("ExternalUserId", userId));
        await phone.NextAsync();
        var later = ById;
        (await later.AskAsync("ya")).ShouldContain("Apakah Anda setuju?");
        (await app.AddressOfAsync(later)).ShouldBe(await app.AddressOfAsync(phone));
    }

    [Fact]
    public async Task Resident_known_by_the_id_is_found_by_the_number_that_comes_beside_it()
    {
        var byId = ById;
        await byId.AskAsync("ktp saya hilang");
        var phone = app.NewPhone();
        await app.PostAsync(From(phone), "ya", ("ExternalUserId", "whatsapp:" + userId));
        (await phone.NextAsync()).Body.ShouldContain("Apakah Anda setuju?");
        (await phone.AskAsync("ya")).ShouldContain("untuk siapa");
        (await app.AddressOfAsync(phone)).ShouldBe(await app.AddressOfAsync(byId));
    }

    [Fact]
    public async Task Two_conversations_become_one_when_they_prove_to_be_one_residents()
    {
        var phone = app.NewPhone();
        await phone.AskAsync("halo");
        var old = await app.AddressOfAsync(phone);
        var byId = ById;
        await byId.AskAsync("ktp saya hilang");
        await app.PostAsync(From(phone), "ya", ("ExternalUserId", userId));
        (await phone.NextAsync()).Body.ShouldContain("Apakah Anda setuju?");
        var kept = await app.AddressOfAsync(byId);
        (await app.AddressOfAsync(phone)).ShouldBe(kept);
        kept.ShouldNotBe(old);
        (await app.ReadAsync<long>($"select count(*) from inbox where address_id = {kept}")).ShouldBe(3);
        (await app.ReadAsync<long>($"select count(*) from conversations where address_id = {old}")).ShouldBe(0);
        (await app.ReadAsync<long>($"select count(*) from address_events where address_id = {kept} and kind = 'linked'")).ShouldBe(1);
    }

    [Fact]
    public async Task Opt_out_survives_when_two_become_one()
    {
        var phone = app.NewPhone();
        await phone.AskAsync("BERHENTI");
        await ById.AskAsync("halo");
        await app.PostAsync(From(phone), "menu", ("ExternalUserId", userId));
        (await app.ReadAsync<string>($"select stopped_by from addresses where id = {await app.AddressOfAsync(ById)}")).ShouldBe("resident");
    }

    [Fact]
    public async Task Many_first_messages_at_once_make_one_resident()
    {
        var phone = app.NewPhone();
        var first = Enumerable.Range(0, 12).Select(n => (n % 3) switch
        {
            0 => app.PostAsync(From(phone), $"halo {n}", ("ExternalUserId", userId)),
            1 => app.PostAsync(From(phone), $"halo {n}"),
            _ => app.PostAsync("whatsapp:" + userId, $"halo {n}", ("ExternalUserId", userId)),
        });
        await Task.WhenAll(first);
        await app.PostAsync(From(phone), "menu", ("ExternalUserId", userId));
        var address = await app.AddressOfAsync(phone);
        (await app.AddressOfAsync(ById)).ShouldBe(address);
        await Eventually.AsyncAssert(async () =>
            (await app.ReadAsync<long>($"select count(*) from inbox where address_id = {address} and status = 'handled'")).ShouldBe(13));
    }

    [Fact]
    public async Task Number_that_writes_with_another_user_id_is_somebody_elses()
    {
        var phone = app.NewPhone();
        await app.PostAsync(From(phone), "ktp saya hilang", ("ExternalUserId", userId));
        await phone.NextAsync();
        var before = await app.AddressOfAsync(phone);

        await app.PostAsync(From(phone), "ya", ("ExternalUserId", $"ID.{Guid.NewGuid():n}"));

        (await phone.NextAsync()).Body.ShouldContain("Selamat datang");
        (await app.AddressOfAsync(phone)).ShouldNotBe(before);
        (await app.AddressOfAsync(ById)).ShouldBe(before);
        (await app.ReadAsync<long>($"select count(*) from address_events where address_id = {before} and kind = 'moved'")).ShouldBe(1);
        (await app.ReadAsync<string>($"select stopped_by from addresses where id = {before}")).ShouldBe(
            "blocked", "the number is not theirs any more");
        (await ById.AskAsync("ya")).ShouldContain("Apakah Anda setuju?");
        (await app.ReadAsync<long>($"select count(*) from addresses where id = {before} and stopped_at is null")).ShouldBe(1);
    }

    [Fact]
    public async Task Number_that_goes_to_a_resident_known_by_another_brings_them_nothing_of_who_had_it()
    {
        var (phone, other) = (app.NewPhone(), app.NewPhone());
        var otherId = $"ID.{Guid.NewGuid():n}";
        await app.PostAsync(From(phone), "ktp saya hilang", ("ExternalUserId", userId));
        await app.PostAsync(From(other), "halo", ("ExternalUserId", otherId));
        var (had, has) = (await app.AddressOfAsync(phone), await app.AddressOfAsync(other));

        await app.PostAsync(From(phone), "menu", ("ExternalUserId", otherId));

        (await app.AddressOfAsync(phone)).ShouldBe(has);
        (await app.AddressOfAsync(ById)).ShouldBe(had);
        (await app.ReadAsync<long>($"select count(*) from inbox where address_id = {had}")).ShouldBe(1);
    }

    private static string From(SimulatedPhone phone) => "whatsapp:" + phone.Number;
}
