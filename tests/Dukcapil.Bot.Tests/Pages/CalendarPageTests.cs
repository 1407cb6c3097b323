using System.Globalization;
using Dukcapil.Bot.Core.Appointments;
using Dukcapil.Bot.Core.Casework;
using Dukcapil.Bot.Core.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Tests.Pages;

/// <summary>The calendar of appointments, by plain forms alone.</summary>
public sealed class CalendarPageTests(StaffOffice office) : IClassFixture<StaffOffice>
{
    [Fact]
    public async Task Calendar_shows_code_case_and_masked_name_and_never_the_name_itself()
    {
        var (number, booking) = await office.BookCaseAsync();
        var name = await office.AskAsync(
            data => data.Cases.Where(record => record.Number == number).Select(record => record.SubjectName).SingleAsync());
        var day = office.Fields(booking.StartsAt).Day;
        using var browser = await office.SignedInAsync("operator");
        foreach (var address in new[]
        {
            $"/jadwal?hari={day}",
            $"/jadwal/cetak?hari={day}",
            $"/jadwal/janji/{booking.Id}",
            $"/jadwal/baru?kasus={number}",
        })
        {
            var page = await browser.GetAsync(address);
            page.Status.ShouldBe(200, address);
            page.Text.ShouldContain("W***", Case.Sensitive, address);
            page.Text.ShouldContain(number, Case.Sensitive, address);
            page.Text.ShouldNotContain(name, Case.Sensitive, address);
            if (!address.Contains("kasus", StringComparison.Ordinal)) page.Text.ShouldContain(booking.Code, Case.Sensitive, address);
        }

        (await browser.GetAsync($"/jadwal?hari={day}&tampilan=minggu")).Text.ShouldContain("Loket 1");
        (await browser.GetAsync("/jadwal/angka")).Text.ShouldContain("9 dari 10 paling lama");
        (await browser.GetAsync($"/kasus/{number}")).Html.ShouldContain($"/jadwal/janji/{booking.Id}");
    }

    [Fact]
    public async Task Move_takes_the_chosen_time_and_tells_the_resident()
    {
        var (_, booking) = await office.BookCaseAsync();
        var time = (await office.FreeAsync(booking.Service)).Last();
        using var browser = await office.SignedInAsync("petugas");
        var address = $"/jadwal/janji/{booking.Id}";
        var moved = await browser.SubmitAsync(
            address, "Move", ("mulai", time.ToString("O", CultureInfo.InvariantCulture)), ("alasan", "Loket diperbaiki."));
        moved.Location.ShouldBe(address);
        (await browser.GetAsync(address)).Text.ShouldContain("Penduduk diberi tahu lewat WhatsApp");
        (await office.SeeAsync(booking.Id)).StartsAt.ShouldBe(time);
        (await office.AskAsync(
            data => data.Outbox.CountAsync(
                message => message.BookingId == booking.Id && message.DedupeKey!.EndsWith("dipindah-kantor")))).ShouldBe(1);
    }

    [Fact]
    public async Task Move_of_a_booking_that_changed_since_is_refused_and_keeps_what_was_typed()
    {
        var (_, booking) = await office.BookCaseAsync();
        var times = await office.FreeAsync(booking.Service);
        using var browser = await office.SignedInAsync("petugas");
        var address = $"/jadwal/janji/{booking.Id}";
        var stale = await browser.GetAsync(address);
        await browser.SubmitAsync(address, "Move", ("mulai", $"{times[^1]:O}"), ("alasan", "Pertama."));
        var refused = await browser.SubmitAsync(stale, $"{address}?handler=Move", ("mulai", $"{times[^2]:O}"), ("alasan", "Alasan kedua."));
        refused.Status.ShouldBe(200);
        refused.Text.ShouldContain("baru saja berubah");
        refused.Html.ShouldContain("value=\"Alasan kedua.\"");
        (await office.SeeAsync(booking.Id)).StartsAt.ShouldBe(times[^1]);
    }

    [Fact]
    public async Task Another_day_shows_its_times_and_keeps_the_reason()
    {
        var (_, booking) = await office.BookCaseAsync();
        using var browser = await office.SignedInAsync("petugas");
        var page = await browser.SubmitAsync($"/jadwal/janji/{booking.Id}", "Day", ("alasan", "Sudah saya ketik."));
        page.Status.ShouldBe(200);
        page.Html.ShouldContain("value=\"Sudah saya ketik.\"");
    }

    [Fact]
    public async Task Cancel_needs_a_reason_and_tells_the_resident()
    {
        var (_, booking) = await office.BookCaseAsync();
        using var browser = await office.SignedInAsync("petugas");
        var address = $"/jadwal/janji/{booking.Id}";
        var refused = await browser.SubmitAsync(address, "Cancel", ("alasanBatal", " "));
        refused.Text.ShouldContain("Alasan belum diisi");
        (await office.SeeAsync(booking.Id)).State.ShouldBe(BookingState.Booked);
        (await browser.SubmitAsync(address, "Cancel", ("alasanBatal", "Kantor tutup."))).Location.ShouldBe(address);
        (await office.SeeAsync(booking.Id)).State.ShouldBe(BookingState.Cancelled);
        (await office.AskAsync(
            data => data.Outbox.CountAsync(
                message => message.BookingId == booking.Id && message.DedupeKey!.EndsWith("dibatalkan-kantor")))).ShouldBe(1);
    }

    [Fact]
    public async Task Form_sent_twice_books_once_and_a_second_appointment_is_refused()
    {
        var number = await office.MakeCaseAsync();
        var time = (await office.FreeAsync("kk-pindah-datang"))[^3];
        using var browser = await office.SignedInAsync("petugas");
        var form = await browser.GetAsync($"/jadwal/baru?kasus={number}");
        (string, string)[] fields =
        [
            ("kasus", number), ("keperluan", "kk-pindah-datang"), ("kunci", "7d0f7a7e-0000-4000-8000-000000000001"), ("mulai", $"{time:O}"),
        ];
        var first = await browser.SubmitAsync(form, "/jadwal/baru", fields);
        var second = await browser.SubmitAsync(form, "/jadwal/baru", fields);
        first.Location.ShouldNotBeNull().ShouldStartWith("/jadwal/janji/");
        second.Location.ShouldBe(first.Location);
        (await browser.SubmitAsync(
            form, "/jadwal/baru",
            [.. fields[..2], ("kunci", "7d0f7a7e-0000-4000-8000-000000000002"), fields[3]])).Text.ShouldContain("Sudah ada janji temu");
        (await browser.GetAsync("/jadwal/baru?kasus=26-99999-9")).Text.ShouldContain("tidak ditemukan");
    }

    [Fact]
    public async Task Block_is_previewed_then_done_then_lifted()
    {
        var (_, booking) = await office.BookCaseAsync();
        using var browser = await office.SignedInAsync("kasi");
        var (day, time) = office.Fields(booking.StartsAt);
        (string, string)[] span =
        [
            ("loket", ""), ("mulaiHari", day), ("mulaiJam", time), ("sampaiHari", day), ("sampaiJam", "23:00"), ("sebab", "Listrik padam"),
        ];
        var page = await browser.GetAsync("/jadwal/tutup");

        (await browser.SubmitAsync(page, "/jadwal/tutup", [.. span, ("tutup", "true")])).Text
            .ShouldContain("Lihat dahulu siapa yang terdampak");
        var preview = await browser.SubmitAsync(page, "/jadwal/tutup", [.. span, ("lihat", "true")]);
        preview.Text.ShouldContain(booking.Code);
        (await office.SeeAsync(booking.Id)).State.ShouldBe(BookingState.Booked);

        var done = await browser.SubmitAsync(
            preview, "/jadwal/tutup", [.. span, ("dilihat", $"|{day} {time}|{day} 23:00"), ("tutup", "true")]);
        done.Location.ShouldBe("/jadwal");
        (await office.SeeAsync(booking.Id)).State.ShouldBe(BookingState.Displaced);
        var calendar = await browser.GetAsync("/jadwal");
        calendar.Text.ShouldContain("perlu dipindahkan");
        calendar.Html.ShouldContain($"/jadwal/janji/{booking.Id}");

        var block = await office.AskAsync(
            data => data.SlotBlocks.Where(block => block.LiftedAt == null).Select(block => block.Id).SingleAsync());
        await browser.SubmitAsync("/jadwal/tutup", "Lift", ("block", $"{block}"));
        (await office.SeeAsync(booking.Id)).State.ShouldBe(BookingState.Booked);
    }

    [Fact]
    public async Task Post_without_antiforgery_token_changes_nothing()
    {
        var (_, booking) = await office.BookCaseAsync();
        using var browser = await office.SignedInAsync("kadis");
        foreach (var address in new[]
        {
            $"/jadwal/janji/{booking.Id}?handler=Cancel",
            "/jadwal/tutup",
            "/jadwal/baru",
            "/jadwal/rencana/aturan",
        })
        {
            using var form = new FormUrlEncodedContent(
                [KeyValuePair.Create("alasanBatal", "Tanpa formulir."), KeyValuePair.Create("version", $"{booking.Version}")]);
            (await browser.PostAsync(address, form)).Status.ShouldBe(400, address);
        }

        (await office.SeeAsync(booking.Id)).State.ShouldBe(BookingState.Booked);
    }
}
