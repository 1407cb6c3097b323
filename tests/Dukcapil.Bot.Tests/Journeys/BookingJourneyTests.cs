using System.Net;
using System.Text.RegularExpressions;
using Dukcapil.Bot.Core.Appointments;
using Dukcapil.Bot.Core.Appointments.Planning;
using Dukcapil.Bot.Core.Appointments.Waiting;
using Dukcapil.Bot.Simulator.Faults;
using Dukcapil.Bot.Tests.Fixtures;

namespace Dukcapil.Bot.Tests.Journeys;

/// <summary>An appointment in chat against the whole host: webhooks in, messages and pictures out.</summary>
public sealed partial class BookingJourneyTests(HastyBot app) : IClassFixture<HastyBot>, IAsyncLifetime
{
    private static readonly HttpClient Http = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await app.ExecuteAsync("update booking_policy set offers_from = '00:00', offers_until = '23:59:59', hold_minutes = 10");
        await app.Get<SlotSchedule>().RunAsync(Cancel);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Resident_books_with_a_picture_and_a_calendar_file_that_name_nobody()
    {
        var phone = app.NewPhone();
        var booked = await BookAsync(phone);
        var code = CodeIn(booked);
        booked.ShouldContain("maps");
        var message = (await app.OutboxOfAsync(phone)).Last(one => one.Kind == "reply");
        var picture = app.Get<Core.Messaging.MessageSealer>().OpenOutgoing(message.ContentEnc).Picture.ShouldNotBeNull();
        using var image = await Http.GetAsync(new Uri(app.Address, picture), Cancel);
        image.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
        var chat = await Http.GetStringAsync(new Uri(app.Address, $"/simulator/api/phones/{phone.Number}"), Cancel);
        chat.ShouldContain(picture, customMessage: "the picture shows in the simulated phone");

        var calendar = await Http.GetStringAsync(LinkIn(booked), Cancel);
        calendar.ShouldContain($"SUMMARY:Janji temu Disdukcapil Kota Cilegon ({code})");
        calendar.ShouldContain("METHOD:PUBLISH");
        using var wrong = await Http.GetAsync(new Uri(app.Address, "/janji/abc/kode.png"), Cancel);
        wrong.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Change_keeps_the_code_moves_the_reminders_and_the_calendar_follows()
    {
        var phone = app.NewPhone();
        var booked = await BookAsync(phone);
        var code = CodeIn(booked);
        (await phone.AskAsync("UBAH JANJI")).ShouldContain("datang hari apa");
        await ToConfirmationAsync(phone, await phone.AskAsync("3"));
        (await LiveAsync(code)).Revision.ShouldBe(0, "the old place stays until the new one is sure");
        var moved = await phone.AskAsync("ya");
        moved.ShouldContain("sudah dipindahkan");
        CodeIn(moved).ShouldBe(code);
        (await Http.GetStringAsync(LinkIn(booked), Cancel)).ShouldContain($"SEQUENCE:{(await LiveAsync(code)).Revision}");
        var reminders = (await app.OutboxOfAsync(phone)).Where(one => one.Timed && one.Status == "pending").ToList();
        var starts = (await LiveAsync(code)).StartsAt;
        reminders.ShouldNotBeEmpty();
        reminders.ShouldAllBe(one => one.ExpiresAt <= starts && one.NotBefore > starts.AddDays(-2));
    }

    [Fact]
    public async Task Cancelled_appointment_frees_its_place_and_its_calendar_entry()
    {
        var phone = app.NewPhone();
        var booked = await BookAsync(phone);
        (await phone.AskAsync("BATAL JANJI")).ShouldContain(CodeIn(booked));
        (await phone.AskAsync("ya")).ShouldContain("sudah dibatalkan");
        (await Http.GetStringAsync(LinkIn(booked), Cancel)).ShouldContain("METHOD:CANCEL");
        (await app.OutboxOfAsync(phone)).ShouldAllBe(one => !one.Timed || one.Status == "skipped");
        (await phone.AskAsync("UBAH JANJI")).ShouldContain("Belum ada janji temu");
    }

    [Fact]
    public async Task Second_appointment_for_the_same_is_refused_with_the_way_to_change()
    {
        var phone = app.NewPhone();
        await BookAsync(phone);
        await phone.AskAsync("JADWAL");
        await phone.AskAsync("Buat janji lain");
        (await phone.AskAsync("KTP-el rusak atau hilang")).ShouldContain("Ketik *UBAH JANJI*");
    }

    [Fact]
    public async Task Hold_that_lapsed_and_was_taken_is_said_so_and_days_are_offered_anew()
    {
        var (slow, quick) = (app.NewPhone(), app.NewPhone());
        await ToConfirmationAsync(slow, await ToDayAsync(slow));
        var slot = await app.ReadAsync<long>(
            "select slot_id from bookings where state = 'Held' and wish_id is null order by id desc limit 1");
        await app.ExecuteAsync("update bookings set held_until = now() - interval '1 second' where state = 'Held'");
        await app.ExecuteAsync($"update slots set capacity = 1 where id = {slot}");
        await BookAsync(quick);
        await app.ExecuteAsync($"update bookings set state = 'Lapsed' where state = 'Held' and slot_id = {slot}; update slots "
            + $"set blocked_reason = 'uji' where id = {slot}");
        var answer = await slow.AskAsync("ya");
        answer.ShouldContain("sudah diambil orang lain");
        answer.ShouldContain("datang hari apa");
        await app.ExecuteAsync($"update slots set blocked_reason = null where id = {slot}");
    }

    [Fact]
    public async Task Confirmation_delivered_twice_books_once()
    {
        var phone = app.NewPhone();
        await ToConfirmationAsync(phone, await ToDayAsync(phone));
        app.Break(phone, FaultKind.DuplicateInbound, times: null);
        (await phone.AskAsync("ya")).ShouldContain("sudah tercatat");
        var address = await app.AddressOfAsync(phone);
        (await app.ReadAsync<long>($"select count(*) from bookings where address_id = {address}")).ShouldBe(1);
        (await phone.ShownAsync()).Count(text => text.Contains("sudah tercatat", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task Earlier_place_that_is_offered_is_taken_with_one_word()
    {
        var phone = app.NewPhone();
        await phone.AskAsync("JADWAL");
        await phone.AskAsync("KTP-el rusak atau hilang");
        await ToConfirmationAsync(phone, await phone.AskAsync("5"));
        var code = CodeIn(await phone.AskAsync("ya"));
        var before = (await LiveAsync(code)).StartsAt;
        (await phone.AskAsync("lebih cepat")).ShouldContain("kami menawarkannya");
        await app.Get<WaitingListOffers>().RunAsync(Cancel);
        (await phone.NextAsync()).Body.ShouldContain("*AMBIL*");
        var taken = await phone.AskAsync("AMBIL");
        taken.ShouldContain("sudah dipindahkan");
        CodeIn(taken).ShouldBe(code);
        (await LiveAsync(code)).StartsAt.ShouldBeLessThan(before);
        (await phone.AskAsync("LEWATI")).ShouldContain("Tidak ada tawaran");
    }

    [Fact]
    public async Task Case_that_was_just_sent_leads_to_a_time_and_lists_what_comes_to_the_counter()
    {
        var applicant = new Applicant(app, "ktp-rusak-hilang");
        await applicant.ApplyAsync();
        var resident = applicant.Resident;
        (await resident.Phone.ShownAsync())[^1].ShouldContain("Pilih sekarang?");
        (await resident.WriteAsync("ya")).ShouldContain("datang hari apa");
        await resident.WriteAsync("2");
        (await resident.WriteAsync("pagi")).ShouldContain("Pukul berapa");
        await resident.WriteAsync("1");
        (await resident.WriteAsync("ya")).ShouldContain($"• {applicant.Papers[^1].Item.Title.Id}");
        (await resident.WriteAsync("STATUS")).ShouldSatisfyAllConditions(
            status => status.ShouldContain("Janji temu: "),
            status => status.ShouldNotContain("Pilih sekarang?"),
            status => status.ShouldNotContain("Ketik *JADWAL* bila"));
    }

    private static async Task<string> ToDayAsync(SimulatedPhone phone)
    {
        (await phone.AskAsync("JADWAL")).ShouldContain("Layanan mana");
        return await AfterDayAsync(phone, await phone.AskAsync("KTP-el rusak atau hilang"));
    }

    private static async Task<string> AfterDayAsync(SimulatedPhone phone, string days)
    {
        days.ShouldContain("datang hari apa");
        return await phone.AskAsync("2");
    }

    private static async Task ToConfirmationAsync(SimulatedPhone phone, string answer)
    {
        if (answer.Contains("Pagi atau siang", StringComparison.Ordinal)) answer = await phone.AskAsync("pagi");
        answer.ShouldContain("Pukul berapa");
        (await phone.AskAsync("1")).ShouldContain("kami simpan untuk Anda sampai pukul");
    }

    private static async Task<string> BookAsync(SimulatedPhone phone)
    {
        await ToConfirmationAsync(phone, await ToDayAsync(phone));
        var booked = await phone.AskAsync("ya");
        booked.ShouldContain("sudah tercatat");
        return booked;
    }

    private async Task<Booking> LiveAsync(string code)
    {
        await using var data = app.OpenData();
        return (await BookingReader.FindAsync(data, code, Cancel)).ShouldNotBeNull();
    }

    private static string CodeIn(string text)
    {
        var code = Code().Match(text).Value;
        code.ShouldNotBeEmpty(text);
        return code;
    }

    private static string LinkIn(string text)
    {
        var link = Link().Match(text).Value;
        link.ShouldNotBeEmpty(text);
        return link;
    }

    [GeneratedRegex(@"J-\d+-\d", RegexOptions.None, 1000)]
    private static partial Regex Code();

    [GeneratedRegex(@"http\S+janji\.ics", RegexOptions.None, 1000)]
    private static partial Regex Link();
}
