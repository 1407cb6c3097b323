using Dukcapil.Bot.Core.Appointments.Waiting;
using Dukcapil.Bot.Tests.Fixtures;

namespace Dukcapil.Bot.Tests.Journeys;

/// <summary>
/// When a resident is invited to choose a time, against the whole host: only while coming is of use and nothing is booked.
/// </summary>
public sealed class BookingInvitationTests(HastyBot app) : IClassFixture<HastyBot>
{
    private const string Line = "Ketik *JADWAL* bila Anda ingin memilih waktu datang.";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Recording_and_collection_invite_and_the_desks_between_do_not()
    {
        var applicant = new Applicant(app, "ktp-rekam-data-ada");
        var (number, office, resident) = (await applicant.ApplyAsync(), await Office.OpenAsync(app), applicant.Resident);
        await resident.ReadAsync();
        foreach (var invites in (bool[])[true, false, false, false, true])
        {
            await office.FinishStepAsync(number);
            (await resident.ReadAsync()).Contains(Line, StringComparison.Ordinal).ShouldBe(invites);
            (await resident.WriteAsync("status")).Contains(Line, StringComparison.Ordinal).ShouldBe(invites);
            (await resident.WriteAsync($"cek {number}")).Contains(Line, StringComparison.Ordinal).ShouldBe(invites);
            await resident.WriteAsync("permohonan saya");
            (await resident.WriteAsync("Pilih waktu datang")).Contains("datang hari apa", StringComparison.Ordinal).ShouldBe(invites);
            await resident.WriteAsync("menu");
        }

        (await resident.WriteAsync("ambil hasil")).ShouldContain("Pengambilan hasil");
        await resident.WriteAsync("2");
        await resident.WriteAsync("pagi");
        await resident.WriteAsync("1");
        (await resident.WriteAsync("ya")).ShouldContain("tanda terima dan identitas");
        (await app.ReadAsync<string>(
            $"select service from bookings b join cases c on c.id = b.case_id where c.number = '{number}' "
            + "and b.state = 'Booked'")).ShouldBe("pengambilan");
        (await resident.WriteAsync("status")).ShouldSatisfyAllConditions(
            status => status.ShouldNotContain(Line), status => status.ShouldContain("Janji temu: "));
    }

    [Theory]
    [InlineData("Belum rekam", true)]
    [InlineData("Sudah rekam", false)]
    public async Task Newcomer_is_invited_to_the_recording_only_when_not_recorded_before(string recorded, bool invites)
    {
        var applicant = new Applicant(app, "ktp-pindah-datang")
        {
            Circumstance = question => question.Id == "rekam-asal"
                ? question.Options.Single(option => option.Title.Id == recorded)
                : question.Options[0],
        };
        var (number, office) = (await applicant.ApplyAsync(), await Office.OpenAsync(app));
        await applicant.Resident.ReadAsync();
        await office.FinishStepAsync(number);
        (await applicant.Resident.ReadAsync()).Contains(Line, StringComparison.Ordinal).ShouldBe(invites);
        (await applicant.Resident.WriteAsync("status")).Contains(Line, StringComparison.Ordinal).ShouldBe(invites);
    }

    [Fact]
    public async Task Waiting_is_seen_and_left_in_chat_and_the_offered_place_goes_to_the_next()
    {
        await app.ExecuteAsync("update booking_policy set offers_from = '00:00', offers_until = '23:59:59'");
        var resident = new Resident(app);
        await resident.WriteAsync("JADWAL");
        await resident.WriteAsync("KTP-el rusak atau hilang");
        await resident.WriteAsync("5");
        await resident.WriteAsync("pagi");
        await resident.WriteAsync("1");
        (await resident.WriteAsync("ya")).ShouldContain("sudah tercatat");
        (await resident.WriteAsync("lebih cepat")).ShouldContain("*BATAL MENUNGGU*");
        (await resident.WriteAsync("JADWAL")).ShouldContain("juga menunggu waktu yang lebih cepat");
        await app.Get<WaitingListOffers>().RunAsync(Cancel);
        (await resident.ReadAsync()).ShouldContain("*AMBIL*");

        (await resident.WriteAsync("batal menunggu")).ShouldContain("tidak menunggu lagi");

        (await resident.WriteAsync("AMBIL")).ShouldContain("Tidak ada tawaran");
        (await resident.WriteAsync("JADWAL")).ShouldNotContain("juga menunggu");
        var address = await resident.AddressIdAsync();
        (await app.ReadAsync<long>($"select count(*) from bookings where address_id = {address} and state = 'Held'")).ShouldBe(0);
        (await app.ReadAsync<long>($"select count(*) from slot_wishes where address_id = {address} and state in ('Open', 'Offered')"))
            .ShouldBe(0);
        (await resident.WriteAsync("batal menunggu")).ShouldContain("tidak ada dalam daftar tunggu");
    }
}
