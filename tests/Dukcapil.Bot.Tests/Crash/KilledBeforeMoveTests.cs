using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Tests.Data;
using Dukcapil.Bot.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Tests.Crash;

/// <summary>The host ends between the click that finishes a step and the job that moves the case.</summary>
public sealed class KilledBeforeMoveTests(QuietBot office) : IClassFixture<QuietBot>
{
    [Fact]
    public async Task Case_is_moved_and_told_once_after_the_restart()
    {
        await using var bot = new BotProcess(office.Copy);
        await using var provider = await ProviderHost.StartAsync(bot.Address);
        await bot.StartAsync(provider.ApiBase);
        var phone = provider.NewPhone(1);
        await phone.PlayAsync(["halo"]);
        var hash = office.Services.Need<MessageSealer>().HashAddress("whatsapp:" + phone.Number);
        await using var data = await office.Services.OpenDataAsync();
        var address = await data.Addresses.Where(one => one.ValueHash == hash).Select(one => one.Id)
            .SingleAsync(TestContext.Current.CancellationToken);
        await bot.KillAsync();

        // The click is committed by services without a host: nobody hears the signal that would move the case.
        var number = (await office.Services.SubmitAsync(90, address)).Number;
        await office.Services.FinishFirstStepAsync(number, await office.Services.HireAsync(StaffRole.Petugas));
        (await bot.ReadAsync<string>($"select status from cases where number = '{number}'")).ShouldBe("Forwarding");

        await bot.StartAsync(provider.ApiBase);
        (await phone.NextAsync()).Body.ShouldContain(number);
        await bot.KillAsync();
        await bot.StartAsync(provider.ApiBase);
        await Eventually.AsyncAssert(async () => (await bot.ReadAsync<long>(
            "select count(*) from outbox where status in ('pending', 'sending', 'unknown')")).ShouldBe(0));

        (await bot.ReadAsync<string>($"select status || ' ' || step_role from cases where number = '{number}'")).ShouldBe(
            "InProgress Operator");
        (await bot.ReadAsync<long>("select count(*) from case_history where action = 'forwarded'")).ShouldBe(1);
        (await phone.ShownAsync()).Count(text => text.Contains(number, StringComparison.Ordinal)).ShouldBe(1);
    }
}
