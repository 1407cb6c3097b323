using System.Text;
using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Reminders;
using Dukcapil.Bot.Core.Reminders.Imports;
using Dukcapil.Bot.Core.Reminders.Register;
using Dukcapil.Bot.Core.Reminders.Register.Records;
using Dukcapil.Bot.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using static Dukcapil.Bot.Tests.Register.OfficeLists;

namespace Dukcapil.Bot.Tests.Register;

/// <summary>Lists that come again, and what people of the office stated in between.</summary>
public sealed class ReimportTests(QuietBot bot) : IClassFixture<QuietBot>, IAsyncLifetime
{
    private static readonly StaffActor Officer = new(Guid.Parse("0199aaaa-0000-7000-8000-000000000001"), StaffRole.Operator);

    public async ValueTask InitializeAsync() => await bot.ExecuteAsync(
        "insert into staff (id, user_name, normalized_user_name, full_name, role, is_admin, concurrency_stamp, access_failed_count, "
        + $"lockout_enabled) values ('{Officer.Id}', 'rekam', 'REKAM', 'Rekam', 'Operator', false, 'x', 0, true) on conflict do nothing");

    [Fact]
    public async Task Same_list_again_changes_nothing()
    {
        var file = File(
            [.. Enumerable.Range(0, 50).Select(number => Row(NewNik(), phone: number % 2 == 0 ? "" : "081234567890")), Row("1")]);
        var first = await bot.ImportAsync(file);
        var before = await StateAsync();
        var second = await bot.ImportAsync(file);
        (first.PeopleNew, first.PeopleUnchanged, first.RowsRejected).ShouldBe((50, 0, 1));
        (second.PeopleNew, second.PeopleChanged, second.PeopleUnchanged, second.RowsRejected).ShouldBe((0, 0, 50, 1));
        (await StateAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Later_list_changes_the_people_it_names_and_leaves_the_others()
    {
        var (changed, other, gone) = (NewNik(), NewNik(), NewNik());
        await bot.ImportAsync(File(Row(changed), Row(other), Row(gone)));
        var import = await bot.ImportAsync(
            File(Row(changed, name: "SITI AMINAH PUTRI", phone: "081298765432", status: "sudah"), Row(other)));
        (import.PeopleNew, import.PeopleChanged, import.PeopleUnchanged).ShouldBe((0, 1, 1));
        (await bot.PersonAsync(changed))!.Status.ShouldBe(PersonStatus.Recorded);
        (await bot.PersonAsync(gone))!.Status.ShouldBe(PersonStatus.Unrecorded);
        (await EventsAsync(changed)).Select(line => (line.What, line.Before, line.After, line.ActorKind, line.ImportId))
            .ShouldBe(
                [("status", "unrecorded", "recorded", "import", import.Id), ("phone", null, null, "import", import.Id)], ignoreOrder: true);
    }

    [Fact]
    public async Task First_right_row_of_a_nik_counts_and_the_others_are_listed()
    {
        var nik = NewNik();
        var import = await bot.ImportAsync(
            File(Row(nik, birth: "entah"), Row(nik, kelurahan: "Gerem"), Row(nik, kelurahan: "Masigit"), Row(nik, kelurahan: "Gerem")));
        (import.PeopleNew, import.RowsRejected, import.RowsRepeated).ShouldBe((1, 3, 2));
        (await bot.PersonAsync(nik))!.KelurahanCode.ShouldBe("36.72.06.1004");
        (await bot.RejectionsAsync(import)).Select(row => (row.Line, row.Code, row.Detail))
            .ShouldBe([(2, RejectionCode.BirthUnreadable, null), (4, RejectionCode.Repeated, "3"), (5, RejectionCode.Repeated, "3")]);
    }

    [Fact]
    public async Task Column_that_the_list_lacks_changes_nothing()
    {
        var nik = NewNik();
        await bot.ImportAsync(File(Row(nik, married: "kawin")));
        var before = (await bot.PersonAsync(nik))!;
        var import = await bot.ImportAsync(Encoding.UTF8.GetBytes($"NIK,Nama,Tanggal lahir\n{nik},Siti Aminah,2008-12-30"));
        import.PeopleChanged.ShouldBe(1);
        var after = (await bot.PersonAsync(nik))!;
        after.BirthDate.ShouldBe(new DateOnly(2008, 12, 30));
        (after.PhoneHash, after.KelurahanCode, after.EverMarried, after.Status).ShouldBe(
            (after.PhoneHash, before.KelurahanCode, true, before.Status));
        after.PhoneHash.ShouldBe(before.PhoneHash);
    }

    [Theory]
    [InlineData(PersonMark.Recorded)]
    [InlineData(PersonMark.Died)]
    [InlineData(PersonMark.Moved)]
    public async Task Older_list_does_not_open_again_whom_an_officer_closed(PersonMark mark)
    {
        var nik = NewNik();
        await bot.ImportAsync(File(Row(nik)));
        await MarkAsync(nik, mark);
        var import = await bot.ImportAsync(File(Row(nik, name: "SITI AMINAH BINTI ALI")));
        (import.PeopleChanged, import.PeopleKept).ShouldBe((1, 1));
        var person = (await bot.PersonAsync(nik))!;
        person.Status.ToString().ShouldBe(mark.ToString());
        person.StatusBy.ShouldBe("staff");
        (await EventsAsync(nik)).ShouldHaveSingleItem().ActorId.ShouldBe(Officer.Id);
    }

    [Fact]
    public async Task List_closes_whom_an_officer_opened_again()
    {
        var nik = NewNik();
        await bot.ImportAsync(File(Row(nik, status: "sudah")));
        await MarkAsync(nik, PersonMark.Unrecorded, "Salah orang.");
        (await bot.PersonAsync(nik))!.RecordedAt.ShouldBeNull();
        await bot.ImportAsync(File(Row(nik, status: "sudah", kelurahan: "Gerem")));
        var person = (await bot.PersonAsync(nik))!;
        (person.Status, person.StatusBy).ShouldBe((PersonStatus.Recorded, "import"));
        person.RecordedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task Wrong_number_stays_wrong_when_a_list_brings_it_back()
    {
        var nik = NewNik();
        await bot.ImportAsync(File(Row(nik, phone: "081211112222")));
        await MarkAsync(nik, PersonMark.PhoneNotMine);
        await bot.ImportAsync(File(Row(nik, phone: "081233334444")));
        (await bot.PersonAsync(nik))!.PhoneStatus.ShouldBe(PhoneStatus.Unknown);
        await bot.ImportAsync(File(Row(nik, phone: "081211112222")));
        (await bot.PersonAsync(nik))!.PhoneStatus.ShouldBe(PhoneStatus.Wrong);
        await MarkAsync(nik, PersonMark.PhoneGood);
        await bot.ImportAsync(File(Row(nik, phone: "081233334444")));
        await bot.ImportAsync(File(Row(nik, phone: "081211112222")));
        (await bot.PersonAsync(nik))!.PhoneStatus.ShouldBe(PhoneStatus.Unknown);
    }

    [Fact]
    public async Task Statement_about_a_person_who_changed_meanwhile_is_refused()
    {
        var nik = NewNik();
        await bot.ImportAsync(File(Row(nik, phone: "")));
        var person = (await bot.PersonAsync(nik))!;
        var desk = bot.Services.Need<StaffRegister>();
        await MarkAsync(nik, PersonMark.Moved);
        (await desk.MarkAsync(
            new PersonCommand(person.Id, person.Version, Officer),
            PersonMark.Died,
            null,
            TestContext.Current.CancellationToken)).Refusal!.Code.ShouldBe("orang-sudah-berubah");
        var current = new PersonCommand(person.Id, (await bot.PersonAsync(nik))!.Version, Officer);
        (await desk.MarkAsync(current, PersonMark.Moved, null, TestContext.Current.CancellationToken)).Refusal!.Code
            .ShouldBe("orang-sudah-begitu");
        (await desk.MarkAsync(current, PersonMark.Unrecorded, " ", TestContext.Current.CancellationToken)).Refusal!.Code
            .ShouldBe("alasan-kosong");
        (await desk.MarkAsync(current, PersonMark.PhoneWrong, null, TestContext.Current.CancellationToken)).Refusal!.Code
            .ShouldBe("orang-tanpa-nomor");
        (await desk.MarkAsync(current with { PersonId = 0 }, PersonMark.Died, null, TestContext.Current.CancellationToken)).Refusal!.Code
            .ShouldBe("orang-tidak-ada");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task MarkAsync(string nik, PersonMark mark, string? reason = null)
    {
        var person = (await bot.PersonAsync(nik))!;
        (await bot.Services.Need<StaffRegister>().MarkAsync(
            new PersonCommand(person.Id, person.Version, Officer),
            mark,
            reason,
            TestContext.Current.CancellationToken)).IsDone.ShouldBeTrue();
    }

    private async Task<List<UnrecordedEventRecord>> EventsAsync(string nik)
    {
        var id = (await bot.PersonAsync(nik))!.Id;
        await using var data = await bot.Services.OpenDataAsync();
        return await data.UnrecordedEvents.Where(line => line.PersonId == id).OrderBy(line => line.Id)
            .ToListAsync(TestContext.Current.CancellationToken);
    }

    // Every column of every person, its row version included: an update that changes nothing would show.
    private Task<string> StateAsync() => bot.ReadAsync<string>(
        "select md5(string_agg(p::text || p.xmin::text, '|' order by p.id)) || count(*) || (select count(*) from unrecorded_events) "
        + "from unrecorded_people p");
}
