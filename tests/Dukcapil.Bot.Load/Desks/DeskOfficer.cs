using System.Globalization;
using Dukcapil.Bot.Load.Wire;

namespace Dukcapil.Bot.Load.Desks;

/// <summary>When things happened to one finished step, in ticks of <see cref="TimeProvider.GetTimestamp"/>.</summary>
/// <param name="Posted">The officer clicked.</param>
/// <param name="Answered">The page answered.</param>
/// <param name="Arrived">The case was seen at the next desk.</param>
internal sealed record FinishedStep(long Posted, long Answered, long Arrived);

/// <summary>An officer at the first desk, who opens a case, ticks its last task and waits until the next desk has it.</summary>
internal sealed class DeskOfficer : IDisposable
{
    private readonly OfficerBrowser _browser;
    private readonly Arrivals _arrivals;
    private readonly TimeProvider _time;

    private DeskOfficer(OfficerBrowser browser, Arrivals arrivals, TimeProvider time) =>
        (_browser, _arrivals, _time) = (browser, arrivals, time);

    public static async Task<DeskOfficer> SignInAsync(Uri host, Arrivals arrivals, TimeProvider time) =>
        new(await OfficerBrowser.SignInAsync(host, DeskOffice.Officer, DeskOffice.Password), arrivals, time);

    /// <summary>Finishes the step of a case.</summary>
    public async Task<FinishedStep> FinishAsync(DeskCase one)
    {
        var page = $"/kasus/{Uri.EscapeDataString(one.Number)}";
        var token = await _browser.TokenAsync(page);
        var visit = one.Visit.ToString(CultureInfo.InvariantCulture);
        var arrival = _arrivals.Of(one.Id);
        var posted = _time.GetTimestamp();
        await _browser.PostAsync(
            $"{page}?handler=Tick", token, ("step", one.Step), ("visit", visit), ("task", one.LastTask), ("done", "true"));
        var answered = _time.GetTimestamp();
        return new FinishedStep(posted, answered, await arrival);
    }

    public void Dispose() => _browser.Dispose();
}
