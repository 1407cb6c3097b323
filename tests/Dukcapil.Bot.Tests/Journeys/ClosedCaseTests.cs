using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Appointments;
using Dukcapil.Bot.Core.Appointments.Planning;
using Dukcapil.Bot.Core.Appointments.Waiting;
using Dukcapil.Bot.Core.Casework;
using Dukcapil.Bot.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Tests.Journeys;

/// <summary>
/// What is left of a case in chat once it is over or the resident wants to be forgotten; and what a silent number must prove.
/// </summary>
[Collection(OfficeCollection.Name)]
public sealed class ClosedCaseTests(BotApp app)
{
    private const string Alur = "ktp-rekam-data-ada";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Case_that_its_resident_cancels_gives_its_place_back_and_may_be_booked_anew()
    {
        var applicant = new Applicant(app, Alur);
        var booking = await BookAsync(await applicant.ApplyAsync());
        (await applicant.Resident.WriteAsync("permohonan saya")).ShouldNotBeEmpty();
        (await applicant.Resident.WriteAsync("Batalkan")).ShouldContain("janji temunya ikut dibatalkan");
        (await applicant.Resident.WriteAsync("ya")).ShouldContain("Janji temu");

        await ShouldBeFreeAsync(booking);
        var again = new Applicant(app, Alur) { Person = applicant.Person, Resident = applicant.Resident };
        await applicant.Resident.WriteAsync("menu");
        foreach (var prompt in again.Prompts.Where(prompt => prompt.Name != "izin")) await applicant.Resident.WriteAsync(prompt.Answer);
        await again.ToSummaryAsync();
        await BookAsync(Applicant.NumberIn(await applicant.Resident.WriteAsync("1")));
    }

    [Fact]
    public async Task Case_that_the_office_rejects_gives_its_place_back_and_says_so()
    {
        var applicant = new Applicant(app, Alur);
        var number = await applicant.ApplyAsync();
        var booking = await BookAsync(number);
        var office = await Office.OpenAsync(app);
        await office.DoAsync(number, StaffRole.Petugas, CaseRequest.Take());
        await office.DoAsync(number, StaffRole.Petugas, CaseRequest.Reject("Bukan pemohon."));

        await ShouldBeFreeAsync(booking);
        (await applicant.Resident.ReadAsync()).ShouldContain("Janji temu untuk permohonan ini, bila ada, ikut dibatalkan.");
    }

    [Fact]
    public async Task Erasing_says_beforehand_what_stays_and_offers_to_cancel()
    {
        var applicant = new Applicant(app, Alur);
        var number = await applicant.ApplyAsync();
        var asked = await applicant.Resident.WriteAsync("HAPUS DATA");
        asked.ShouldContain(number);
        asked.ShouldContain("tetap disimpan sampai selesai");
        (await applicant.Resident.WriteAsync("Batalkan permohonan")).ShouldContain(number);
        await applicant.Resident.WriteAsync("Batalkan");
        await applicant.Resident.WriteAsync("ya");
        (await applicant.Resident.WriteAsync("HAPUS DATA")).ShouldContain("Hapus data di layanan WhatsApp ini?");
    }

    [Fact]
    public async Task Erasing_leaves_neither_closed_case_nor_appointment_nor_wish()
    {
        var applicant = new Applicant(app, Alur);
        var number = await applicant.ApplyAsync();
        var office = await Office.OpenAsync(app);
        await office.DoAsync(number, StaffRole.Petugas, CaseRequest.Take());
        await office.DoAsync(number, StaffRole.Petugas, CaseRequest.Reject("Bukan pemohon."));
        var address = await applicant.Resident.AddressIdAsync();
        var booking = await HoldAsync(
            new HoldRequest { Service = Alur, SubjectHash = Guid.NewGuid().ToByteArray(), AddressId = address, StartsAt = default });
        await using var data = app.OpenData();
        await app.Get<WaitingList>().AskAsync(
            data, new WishRequest { AddressId = address, SubjectHash = Guid.NewGuid().ToByteArray(), Service = Alur }, Cancel);
        await applicant.Resident.ReadAsync();

        await applicant.Resident.WriteAsync("HAPUS DATA");
        (await applicant.Resident.WriteAsync("ya")).ShouldContain("sudah dihapus");

        await ShouldBeFreeAsync(booking);
        (await applicant.Resident.WriteAsync("STATUS")).ShouldContain("Belum ada permohonan");
        (await app.ReadAsync<long>($"select count(*) from slot_wishes where address_id = {address} and state in ('Open', 'Offered')"))
            .ShouldBe(0);
        (await app.ReadAsync<long>($"select count(*) from bookings where address_id = {address}")).ShouldBe(0);
    }

    [Fact]
    public async Task Number_that_was_silent_for_long_shows_a_case_only_to_who_knows_the_NIK()
    {
        var applicant = new Applicant(app, Alur);
        var number = await applicant.ApplyAsync();
        await FallSilentAsync(applicant);
        foreach (var words in (string[])["STATUS", $"CEK {number}", "permohonan saya"])
        {
            var asked = await applicant.Resident.WriteAsync(words);
            asked.ShouldContain("NIK");
            asked.ShouldNotContain(number);
        }

        (await applicant.Resident.WriteAsync(Person.New().Nik)).ShouldContain("tidak cocok");
        (await applicant.Resident.WriteAsync(applicant.Person.Nik)).ShouldContain(number);
        (await applicant.Resident.WriteAsync("STATUS")).ShouldContain(number);
    }

    [Fact]
    public async Task Number_that_guesses_is_sent_to_the_counter()
    {
        var applicant = new Applicant(app, Alur);
        var number = await applicant.ApplyAsync();
        await FallSilentAsync(applicant);
        await applicant.Resident.WriteAsync("STATUS");
        for (var guess = 0; guess < 2; guess++) await applicant.Resident.WriteAsync(Person.New().Nik);
        (await applicant.Resident.WriteAsync(Person.New().Nik)).ShouldContain("datang ke loket");
        (await applicant.Resident.WriteAsync("STATUS")).ShouldNotContain(number);
    }

    [Fact]
    public async Task Phone_cannot_book_up_the_office()
    {
        var applicant = new Applicant(app, Alur);
        await applicant.ApplyAsync();
        var address = await applicant.Resident.AddressIdAsync();
        HoldRequest Request() =>
            new() { Service = Alur, SubjectHash = Guid.NewGuid().ToByteArray(), AddressId = address, StartsAt = default };
        for (var n = 0; n < 5; n++) await HoldAsync(Request());

        await using var data = app.OpenData();
        (await app.Get<Bookings>().HoldAsync(
            data, Request() with { StartsAt = await FreeAsync() }, Actor.Resident, Cancel)).Refusal!.Code
            .ShouldBe(BookingRefusals.TooMany);
        (await app.Get<WaitingList>().AskAsync(
            data, new WishRequest { AddressId = address, SubjectHash = [1], Service = Alur }, Cancel)).Refusal!.Code
            .ShouldBe(BookingRefusals.TooMany);
    }

    [Fact]
    public async Task Phone_with_many_open_cases_is_sent_to_the_counter()
    {
        var first = new Applicant(app, Alur);
        await first.ApplyAsync();
        await app.ExecuteAsync(
            $"""
            insert into cases (number, alur_id, alur_version, address_id, relation, status, step_id, step_role, subject_name, submitted_at,
              step_started_at, updated_at)
            select 'X' || n || number, alur_id, alur_version, address_id, relation, status, step_id, step_role, subject_name, submitted_at,
              step_started_at, updated_at
            from cases cross join generate_series(1, 9) n where address_id = {await first.Resident.AddressIdAsync()}
            """);
        var next = new Applicant(app, Alur) { Resident = first.Resident, Person = Person.New("Siti Rahayu") };
        await first.Resident.WriteAsync("menu");
        foreach (var prompt in next.Prompts.Where(prompt => prompt.Name != "izin")) await first.Resident.WriteAsync(prompt.Answer);
        await next.ToSummaryAsync();
        (await first.Resident.WriteAsync("1")).ShouldContain("silakan datang ke loket");
        (await app.ReadAsync<long>($"select count(*) from cases where address_id = {await first.Resident.AddressIdAsync()}")).ShouldBe(10);
    }

    private async Task FallSilentAsync(Applicant applicant) => await app.ExecuteAsync(
        "update conversations set last_input_at = now() - interval '200 days' "
        + $"where address_id = {await applicant.Resident.AddressIdAsync()}");

    private async Task<long> BookAsync(string number)
    {
        await using var data = app.OpenData();
        var record = await data.Cases.AsNoTracking().SingleAsync(one => one.Number == number, Cancel);
        return await HoldAsync(new HoldRequest
        {
            Service = record.AlurId,
            SubjectHash = record.SubjectHash!,
            AddressId = record.AddressId,
            CaseId = record.Id,
            StartsAt = default,
        });
    }

    /// <summary>Books the first free time.</summary>
    private async Task<long> HoldAsync(HoldRequest request)
    {
        await using var data = app.OpenData();
        await using var transaction = await data.Database.BeginTransactionAsync(Cancel);
        var hold = await app.Get<Bookings>().HoldAsync(data, request with { StartsAt = await FreeAsync() }, Actor.Resident, Cancel);
        hold.Refusal.ShouldBeNull();
        (await app.Get<Bookings>().ConfirmAsync(data, hold.Value!.Id, Actor.Resident, Cancel)).Refusal.ShouldBeNull();
        await transaction.CommitAsync(Cancel);
        return hold.Value.Id;
    }

    private async Task<DateTimeOffset> FreeAsync()
    {
        await app.Get<SlotSchedule>().RunAsync(Cancel);
        return new DateTimeOffset(await app.ReadAsync<DateTime>(
            $"""
            select min(starts_at) from slots
              where taken < capacity and '{Alur}' = any(services) and blocked_reason is null and withdrawn_at is null
              and starts_at > now() + interval '2 days'
            """));
    }

    private async Task ShouldBeFreeAsync(long booking)
    {
        (await app.ReadAsync<string>($"select state from bookings where id = {booking}")).ShouldBe("Cancelled");
        (await app.ReadAsync<bool>("select taken = (select count(*) from bookings b where b.slot_id = s.id and b.takes_place) "
            + $"from slots s where id = (select slot_id from bookings where id = {booking})"))
            .ShouldBeTrue();
        (await app.ReadAsync<long>($"select count(*) from outbox where booking_id = {booking} and timed and status = 'pending'")).ShouldBe(
            0);
    }
}
