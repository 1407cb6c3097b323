using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Queues;
using Dukcapil.Bot.Core.Queues.Records;

namespace Dukcapil.Bot.Tests.Queues;

/// <summary>Plays a day minute by minute through the real services, and asks the oracle before every call.</summary>
internal sealed class OfficeDay(QueueOffice office, IReadOnlyList<DayVisitor> visitors)
{
    private readonly DayOracle _oracle = new();
    private readonly Dictionary<DayVisitor, string> _codes = [];
    private readonly Dictionary<int, DayVisitor> _byNumber = [];
    private readonly Dictionary<int, int> _turns = [];
    private readonly List<Desk> _desks = [];

    /// <summary>Visitors who came.</summary>
    public int Came => _byNumber.Count;

    public int Calls { get; private set; }

    public int Transfers { get; private set; }

    /// <summary>Who was told something on WhatsApp, as expected: one call each turn.</summary>
    public int CallsToPhones { get; private set; }

    public bool IsOver => _oracle.Count == 0 && _desks.TrueForAll(desk => desk.Visit is null);

    public async Task PrepareAsync()
    {
        await office.AddCounterAsync("Loket 3", "ktp-rusak-hilang", "sktt");
        _desks.AddRange([new(await office.SeatAsync(1), []), new(await office
            .SeatAsync(2), []), new(await office.SeatAsync(3), ["ktp-rusak-hilang", "sktt"])]);
        foreach (var visitor in visitors.Where(visitor => visitor.Slot is not null))
            _codes[visitor] = await office.BookAsync(
                QueueOffice.Opening.AddMinutes(visitor.Slot!.Value), visitor.Service, await office.AddAddressAsync());
    }

    public async Task MinuteAsync(int minute)
    {
        office.Time.AdjustTime(QueueOffice.Opening.AddMinutes(minute));
        foreach (var visitor in visitors.Where(visitor => visitor.Arrival == minute)) await ArriveAsync(visitor, minute);
        foreach (var desk in _desks)
        {
            if (desk.Visit is not null) await WorkAsync(desk, minute);
            if (desk.Visit is null) await CallAsync(desk, minute);
        }
    }

    private async Task ArriveAsync(DayVisitor visitor, int minute)
    {
        var visit = _codes.TryGetValue(visitor, out var code)
            ? await office.ArriveAsync(code, _desks[0].Officer, visitor.IsPriority)
            : await office.WalkInAsync(_desks[0].Officer, visitor.Service, visitor.IsPriority);
        _byNumber.Add(visit.Number, visitor);
        _oracle.Joins(visit, visitor, minute);
    }

    private async Task CallAsync(Desk desk, int minute)
    {
        var expected = _oracle.Next(desk.Services, minute);
        var (visit, refusal) = await office.Queue.CallNextAsync(desk.Officer, TestContext.Current.CancellationToken);
        if (expected is null)
        {
            refusal!.Code.ShouldBe("antrean-kosong", $"minute {minute}");
            return;
        }

        visit.ShouldNotBeNull($"minute {minute}: {expected} waits").Number.ShouldBe(expected.Number, $"minute {minute}: {expected}");
        Calls++;
        if (_codes.ContainsKey(_byNumber[expected.Number])) CallsToPhones++;
        _oracle.Leaves(expected.Number);
        _turns[expected.Number] = _turns.GetValueOrDefault(expected.Number) + 1;
        (desk.Visit, desk.Entry, desk.Until) = (visit, expected, minute + 1);
    }

    private async Task WorkAsync(Desk desk, int minute)
    {
        if (minute < desk.Until) return;
        var visit = await office.FindAsync(desk.Visit!.Id);
        var visitor = _byNumber[visit.Number];
        if (visit.Status == VisitStatus.Called) await AwaitAsync(desk, visit, visitor, minute);
        else if (visitor.SentTo is { } service && visit.Service != service) await SendOnAsync(desk, visit, service);
        else await LeaveAsync(desk, visit, office.Queue.FinishAsync);
    }

    private async Task AwaitAsync(Desk desk, VisitRecord visit, DayVisitor visitor, int minute)
    {
        if (_turns[visit.Number] > visitor.Absences)
        {
            await DoAsync(visit, desk, office.Queue.ServeAsync);
            desk.Until = minute + visitor.Length;
        }
        else if (visit.CallCount < 2)
        {
            await DoAsync(visit, desk, office.Queue.RecallAsync);
            desk.Until = minute + 1;
        }
        else
        {
            var entry = desk.Entry!;
            await LeaveAsync(desk, visit, office.Queue.SkipAsync);
            if (visit.Skips == 0) _oracle.ComesBack(entry, minute);
        }
    }

    private async Task SendOnAsync(Desk desk, VisitRecord visit, string service)
    {
        var entry = desk.Entry!;
        Transfers++;
        await LeaveAsync(desk, visit, (command, cancel) => office.Queue.TransferAsync(command, service, null, cancel));
        _oracle.SentOn(entry, service);
    }

    private async Task LeaveAsync(Desk desk, VisitRecord visit, Func<VisitCommand, CancellationToken, Task<Outcome>> act)
    {
        await DoAsync(visit, desk, act);
        (desk.Visit, desk.Entry) = (null, null);
    }

    private async Task DoAsync(VisitRecord visit, Desk desk, Func<VisitCommand, CancellationToken, Task<Outcome>> act) =>
        (await office.DoAsync(visit.Id, desk.Officer, act)).Refusal?.Code.ShouldBeNull();

    private sealed class Desk(StaffActor officer, IReadOnlyCollection<string> services)
    {
        public StaffActor Officer { get; } = officer;

        public IReadOnlyCollection<string> Services { get; } = services;

        public VisitRecord? Visit { get; set; }

        public DayOracle.Entry? Entry { get; set; }

        public int Until { get; set; }
    }
}
