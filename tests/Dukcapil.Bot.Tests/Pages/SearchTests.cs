using Dukcapil.Bot.Core.Casework;
using Dukcapil.Bot.Core.Casework.Records;
using Dukcapil.Bot.Core.Data.Protection;
using Dukcapil.Bot.Core.Information.Complaints;
using Dukcapil.Bot.Core.Queues;
using Dukcapil.Bot.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dukcapil.Bot.Tests.Pages;

/// <summary>What is typed into the search box leads to what it means, and never into an address in clear.</summary>
public sealed class SearchTests(StaffOffice office) : IClassFixture<StaffOffice>
{
    [Theory]
    [InlineData("Siti Nur'aini", "nuraini")]
    [InlineData("Siti Nur'aini", "Nur’aini")]
    [InlineData("Siti Nur'aini", "nur aini siti")]
    [InlineData("Nuraini Putri", "Nur Aini")]
    [InlineData("Nur Aini Dewi", "nuraini")]
    [InlineData("Muhammad Al-Amin", "alamin")]
    [InlineData("Muhammad Al-Amin", "al amin")]
    [InlineData("Muhammad Alamin", "al-amin")]
    [InlineData("José García", "jose garcia")]
    [InlineData("Jose Garcia", "JOSÉ")]
    [InlineData("K.H. Ma'ruf Amin", "kh maruf")]
    [InlineData("Budi Santoso", "santoso bud")]
    public async Task Name_is_found_however_its_signs_are_written(string name, string typed)
    {
        var number = await office.MakeCaseAsync();
        await NameAsync(number, name);

        (await SearchAsync(typed)).Text.ShouldContain(number);
    }

    [Theory]
    [InlineData("J-9002-1")]
    [InlineData("j 9002")]
    [InlineData("B-903")]
    [InlineData("P-0917-2")]
    [InlineData("A-912")]
    [InlineData("budi 2")]
    public async Task Letters_of_a_code_are_not_read_as_a_name(string typed)
    {
        foreach (var name in (string[])["John Doe", "Joko Susilo", "Budi Santoso", "Putri Ayu", "Agus Salim"])
            await NameAsync(await office.MakeCaseAsync(), name);

        (await SearchAsync(typed)).Text.ShouldContain("Tidak ditemukan");
    }

    [Fact]
    public async Task Case_number_is_found_with_and_without_its_check_digit()
    {
        var number = await office.MakeCaseAsync();

        foreach (var typed in (string[])[number, number[..^2], number.Replace("-", "", StringComparison.Ordinal), number.Replace(
            "-", "", StringComparison.Ordinal)[..^1], number.Replace('-', '\u2011'), $" {number.Replace('-', '.')} "])
            (await LocationAsync(typed)).ShouldBe($"/kasus/{number}", typed);
    }

    [Theory]
    [InlineData("+62 {0}")]
    [InlineData("62{0}")]
    [InlineData("0{0}")]
    [InlineData("{0}")]
    [InlineData("(+62) {0}")]
    public async Task Telephone_number_finds_its_residents_cases(string writing)
    {
        var (number, phone) = (await office.MakeCaseAsync(), office.NewPhone());
        await phone.AskAsync("halo");
        var address = await office.AddressOfAsync(phone);
        await office.AskAsync(data => data.Cases.Where(record => record.Number == number)
            .ExecuteUpdateAsync(set => set.SetProperty(record => record.AddressId, address)));
        var digits = phone.Number["+62".Length..];
        var (bare, dashed) = (string.Format(null, writing, digits), string.Format(
            null, writing, $"{digits[..3]}-{digits[3..7]}-{digits[7..]}"));

        (await SearchAsync(bare)).Text.ShouldContain(number);
        (await SearchAsync(dashed)).Text.ShouldContain(number);
    }

    [Theory]
    [InlineData("3672 0241 0592 9971")]
    [InlineData("36.7202.410592.9971")]
    public async Task Personal_number_is_found_with_blanks_and_dots(string typed)
    {
        var number = await office.MakeCaseAsync();
        var cipher = office.Services.GetRequiredService<PersonalDataCipher>();
        await office.ExecuteAsync(
            $"update cases set nik_hash = '\\x{Convert.ToHexString(cipher.Hash("number", "3672024105929971"))}' where number = '{number}'");

        (await SearchAsync(typed)).Text.ShouldContain(number);
    }

    [Fact]
    public async Task Code_of_a_booking_leads_to_it_with_and_without_its_check_digit()
    {
        var (_, booking) = await office.BookCaseAsync();

        foreach (var typed in (string[])[booking.Code, booking.Code.ToLowerInvariant(), booking.Code[..^2], booking.Code
            .Replace("-", " ", StringComparison.Ordinal)])
            (await LocationAsync(typed)).ShouldBe($"/jadwal/janji/{booking.Id}", typed);
    }

    [Fact]
    public async Task Number_of_a_complaint_leads_to_it()
    {
        var number = await office.MakeCaseAsync();
        await office.ConnectPhoneAsync(number);
        var id = await office.ReadAsync<long>(
            "insert into complaints (address_id, may_call, is_money, state, created_at, updated_at) "
            + $"select address_id, false, false, 'New', now(), now() from cases where number = '{number}' returning id");

        (await LocationAsync(ComplaintNumber.Of(id))).ShouldBe($"/pengaduan/{id}");
        (await LocationAsync(ComplaintNumber.Of(id)[..^2])).ShouldBe($"/pengaduan/{id}");
    }

    [Fact]
    public async Task Number_in_the_line_leads_to_todays_visitor()
    {
        var number = await office.MakeCaseAsync();
        using var browser = await office.SignedInAsync("petugas");
        await browser.SubmitAsync("/loket/hadir", "Code", ("code", number));
        var visit = await office.AskAsync(
            data => data.Visits.SingleAsync(one => data.Set<CaseRecord>().Any(record => record.Number == number && record.Id == one.CaseId)));

        foreach (var typed in (string[])[visit.TicketText, visit.TicketText.ToLowerInvariant(), $"{visit.TicketText[0]}{visit.Number}"])
            (await LocationAsync(typed)).ShouldBe($"/loket?pilih={visit.Id}", typed);
    }

    [Fact]
    public async Task Results_stand_at_an_address_that_says_nothing_and_can_be_opened_again()
    {
        using var browser = await office.SignedInAsync("petugas");
        using var other = await office.SignedInAsync("operator");
        await NameAsync(await office.MakeCaseAsync(), "Rahmat Hidayatullah");

        var answer = await browser.SubmitAsync(await browser.GetAsync("/"), "/cari", ("q", "Rahmat Hidayatullah"));

        answer.Status.ShouldBe(302);
        var address = answer.Location.ShouldNotBeNull();
        Uri.UnescapeDataString(address).ShouldNotContain("Rahmat", Case.Insensitive);
        for (var i = 0; i < 2; i++) (await browser.GetAsync(address)).Text.ShouldContain("Rahmat Hidayatullah");
        (await other.GetAsync(address)).Status.ShouldBe(302);
        (await browser.GetAsync("/cari?c=karangan")).Status.ShouldBe(302);
        office.Log.Lines.ShouldNotContain(line => line.ToString().Contains("Rahmat Hidayatullah", StringComparison.OrdinalIgnoreCase));
    }

    private Task<int> NameAsync(string number, string name) =>
        office.AskAsync(data => data.Cases.Where(record => record.Number == number)
            .ExecuteUpdateAsync(set => set.SetProperty(record => record.SubjectName, name)));

    private async Task<StaffPage> SearchAsync(string typed)
    {
        using var browser = await office.SignedInAsync("petugas");
        return await browser.GetAsync((await browser.SubmitAsync(await browser.GetAsync("/"), "/cari", ("q", typed))).Location!);
    }

    private async Task<string?> LocationAsync(string typed)
    {
        using var browser = await office.SignedInAsync("petugas");
        return (await browser.SubmitAsync(await browser.GetAsync("/"), "/cari", ("q", typed))).Location;
    }
}
