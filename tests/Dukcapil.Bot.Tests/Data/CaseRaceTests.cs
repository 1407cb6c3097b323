using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Casework;
using Dukcapil.Bot.Core.Casework.Records;
using Dukcapil.Bot.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dukcapil.Bot.Tests.Data;

/// <summary>Two at once on the same case. The host's own jobs do not run here.</summary>
public sealed class CaseRaceTests(QuietBot bot) : IClassFixture<QuietBot>
{
    [Fact]
    public async Task Requests_for_the_same_person_and_alur_at_the_same_instant_make_one_case()
    {
        var submitted = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => bot.Services.SubmitAsync(50)));
        submitted.Count(one => one.IsNew).ShouldBe(1);
        submitted.Select(one => one.Number).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Two_advancers_at_once_move_each_case_once()
    {
        var by = await bot.Services.HireAsync(StaffRole.Petugas);
        var numbers = new List<string>();
        for (var n = 60; n < 66; n++) numbers.Add((await bot.Services.SubmitAsync(n)).Number);
        foreach (var number in numbers) await bot.Services.FinishFirstStepAsync(number, by);

        var advancer = bot.Services.GetRequiredService<CaseAdvancer>();
        var moved = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => advancer.RunAsync(TestContext.Current.CancellationToken)));

        moved.Sum().ShouldBe(numbers.Count);
        await using var data = await bot.Services.OpenDataAsync();
        var lines = await data.CaseHistory.Where(
            line => line.Action == CaseEvent.Forwarded
                && data.Set<CaseRecord>().Any(record => record.Id == line.CaseId && numbers.Contains(record.Number)))
            .GroupBy(line => line.CaseId).Select(group => group.Count())
            .ToListAsync(TestContext.Current.CancellationToken);
        lines.ShouldBe(Enumerable.Repeat(1, numbers.Count));
        (await data.Cases.Where(record => numbers.Contains(record.Number)).ToListAsync(TestContext.Current.CancellationToken)).ShouldAllBe(
            record => record.StepRole == StaffRole.Operator);
    }

    [Fact]
    public async Task Case_that_cannot_be_read_does_not_stop_the_cases_behind_it()
    {
        var by = await bot.Services.HireAsync(StaffRole.Petugas);
        var (broken, next) = ((await bot.Services.SubmitAsync(70)).Number, (await bot.Services.SubmitAsync(71)).Number);
        foreach (var number in (string[])[broken, next]) await bot.Services.FinishFirstStepAsync(number, by);
        await bot.ExecuteAsync(
            $"""
            insert into alur_versions values ('rusak', 'ktp-rusak-hilang', ': :', now());
            update cases set alur_version = 'rusak' where number = '{broken}'
            """);

        (await bot.Services.GetRequiredService<CaseAdvancer>().RunAsync(TestContext.Current.CancellationToken)).ShouldBe(1);

        await using var data = await bot.Services.OpenDataAsync();
        (await data.Cases.SingleAsync(record => record.Number == next, TestContext.Current.CancellationToken)).Status
            .ShouldBe(CaseStatus.InProgress);
    }
}
