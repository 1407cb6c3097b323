using Dukcapil.Bot.Core.Reminders.Imports;
using Dukcapil.Bot.Core.Reminders.Register;
using Dukcapil.Bot.Tests.Fixtures;
using static Dukcapil.Bot.Tests.Register.OfficeLists;

namespace Dukcapil.Bot.Tests.Register;

/// <summary>What is not certain in a list is asked by value, with counts, before the register changes.</summary>
public sealed class ListQuestionTests(QuietBot bot) : IClassFixture<QuietBot>
{
    [Fact]
    public async Task Unknown_value_is_asked_and_the_answer_decides()
    {
        var (arrived, coded, sure) = (NewNik(), NewNik(), NewNik());
        var import = await bot.ImportAsync(File(Row(arrived, status: "Pindah Datang"), Row(coded, married: "1"), Row(sure)));

        (import.Phase, import.PeopleNew).ShouldBe((ImportPhase.Asking, 0));
        (await AskedAsync(import.Id)).ShouldBe([(DoubtKind.Status, "PINDAH DATANG", 1), (DoubtKind.Married, "1", 1)]);
        (await bot.PersonAsync(sure)).ShouldBeNull();

        (await AnswerAsync(import.Id, "unrecorded", DoubtTerms.Never)).IsDone.ShouldBeTrue();
        (await bot.PersonAsync(arrived)).ShouldNotBeNull().Status.ShouldBe(PersonStatus.Unrecorded);
        (await bot.PersonAsync(coded)).ShouldNotBeNull().EverMarried.ShouldBeFalse();
        (await bot.PersonAsync(sure)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Rows_whose_value_is_not_wanted_are_given_back()
    {
        var (no, yes) = (NewNik(), NewNik());
        var import = await bot.ImportAsync(File(Row(yes), Row(no, status: "DUPLICATE RECORD")));
        (await AnswerAsync(import.Id, DoubtTerms.Reject)).IsDone.ShouldBeTrue();
        var row = (await bot.RejectionsAsync(import)).ShouldHaveSingleItem();
        (row.Line, row.ColumnName, row.Code).ShouldBe((3, "Status", RejectionCode.StatusUnknown));
        (await bot.PersonAsync(no)).ShouldBeNull();
        (await bot.PersonAsync(yes)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Question_without_an_answer_keeps_the_register_as_it_is()
    {
        var nik = NewNik();
        var import = await bot.ImportAsync(File(Row(nik, status: "ENROLL_FAILURE_AT_CENTRAL")));
        (await AnswerAsync(import.Id, "entah")).Refusal!.Code.ShouldBe(ImportQuestions.Unanswered);
        (await bot.PersonAsync(nik)).ShouldBeNull();
        (await bot.Services.Need<ImportBook>().CancelAsync(import.Id, CancellationToken.None)).IsDone.ShouldBeTrue();
        (await AnswerAsync(import.Id, "recorded")).Refusal!.Code.ShouldBe(ImportBook.Ended);
    }

    [Fact]
    public async Task Answered_otherwise_the_same_list_changes_the_register()
    {
        var nik = NewNik();
        await AnswerAsync((await bot.ImportAsync(File(Row(nik, status: "BELUM CETAK")))).Id, "unrecorded");
        await AnswerAsync((await bot.ImportAsync(File(Row(nik, status: "BELUM CETAK")))).Id, "recorded");
        (await bot.PersonAsync(nik)).ShouldNotBeNull().Status.ShouldBe(PersonStatus.Recorded);
    }

    [Fact]
    public async Task Swapped_day_and_month_are_found_by_the_nik_and_asked()
    {
        const string nik = "3672010512089931";
        var import = await bot.ImportAsync(File(Row(nik, birth: "12/05/2008")));
        (await AskedAsync(import.Id)).ShouldBe([(DoubtKind.Swapped, "", 1)]);
        await AnswerAsync(import.Id, DoubtTerms.ByNik);
        (await bot.PersonAsync(nik)).ShouldNotBeNull().BirthDate.ShouldBe(new DateOnly(2008, 12, 5));
    }

    [Fact]
    public async Task Column_of_dates_that_fits_nobody_is_asked()
    {
        var rows = Enumerable.Range(0, 150).Select(number => Row($"3672010101{number % 30:00}{9000 + number}", birth: "2008-12-31"));
        var import = await bot.ImportAsync(File([.. rows]));
        (await AskedAsync(import.Id)).ShouldBe([(DoubtKind.Differs, "", 150)]);
        await bot.Services.Need<ImportBook>().CancelAsync(import.Id, CancellationToken.None);
    }

    private async Task<List<(DoubtKind, string, int)>> AskedAsync(long id) =>
        (await bot.Services.Need<ImportQuestions>().ListAsync(id, CancellationToken.None)).Select(
            question => (question.Kind, question.Value, question.Rows)).ToList();

    private async Task<Outcome> AnswerAsync(long id, params string[] answers)
    {
        var asked = await bot.Services.Need<ImportQuestions>().ListAsync(id, CancellationToken.None);
        var all = asked.Zip(answers).ToDictionary(pair => (pair.First.Kind, pair.First.Value), pair => pair.Second);
        return await bot.Services.Need<ImportQuestions>().AnswerAsync(id, all, CancellationToken.None);
    }
}
