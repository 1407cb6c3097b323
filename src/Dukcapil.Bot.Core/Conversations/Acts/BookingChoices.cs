using Dukcapil.Bot.Content;
using Dukcapil.Bot.Core.Appointments;
using Dukcapil.Bot.Core.Appointments.Notices;
using Dukcapil.Bot.Core.Casework;
using Dukcapil.Bot.Core.Casework.Records;
using Dukcapil.Bot.Dialogs.Engine;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Conversations.Acts;

/// <summary><c>booking.subjects</c>: the cases of this phone that an appointment can be for. Sets <c>janji-untuk-daftar</c>.</summary>
public sealed class BookingSubjects(BookingTopics topics, BookingNotices notices) : IAct
{
    /// <inheritdoc/>
    public string Name => "booking.subjects";

    /// <inheritdoc/>
    public async Task<ActResult> RunAsync(
        ResidentTurn turn, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken)
    {
        var rows = new List<DialogListItem>();
        foreach (var record in await BookingTopics.CasesAsync(await turn.DataAsync(cancellationToken), turn.AddressId, cancellationToken))
            rows.Add(Row(record, notices.TitleOf(await topics.ServiceOfAsync(CasePosition.Of(record), cancellationToken))));
        return rows.Count == 0 ? ActResult.Of("none") : ActResult.Of("some", ("janji-untuk-daftar", new DialogValue { Items = rows }));
    }

    internal static DialogListItem Row(CaseRecord record, LocalizedText title) =>
        new($"kasus:{record.Number}", LocalizedText.Same(record.Number), title);
}

/// <summary>
/// <c>booking.ready</c>: the cases of this phone whose result can be collected. Sets <c>janji-untuk</c> when there is one, else
/// <c>janji-untuk-daftar</c>.
/// </summary>
public sealed class BookingReady(BookingTopics topics) : IAct
{
    /// <inheritdoc/>
    public string Name => "booking.ready";

    /// <inheritdoc/>
    public async Task<ActResult> RunAsync(
        ResidentTurn turn, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var ready = await topics.ReadyAsync(await turn.DataAsync(cancellationToken), turn.AddressId, cancellationToken);
        var rows = new List<DialogListItem>();
        foreach (var record in ready) rows.Add(BookingSubjects.Row(record, await topics.TitleAsync(record, cancellationToken)));
        return rows switch
        {
            [] => ActResult.Of("none"),
            [var one] => ActResult.Of("one", ("janji-untuk", DialogValue.Of(one.Id))),
            _ => ActResult.Of("many", ("janji-untuk-daftar", new DialogValue { Items = rows })),
        };
    }
}

/// <summary>
/// <c>booking.invite</c>: whether the phone should be told now that it can choose a time for a case. <c>open</c>, and <c>undangan</c> is
/// <c>ya</c>, when the case waits for the resident to come, has no appointment, and there is a free place.
/// </summary>
public sealed class BookingInvite(BookingTopics topics, Availability availability) : IAct
{
    /// <inheritdoc/>
    public string Name => "booking.invite";

    /// <inheritdoc/>
    public ActIsolation Reach => ActIsolation.ReadsOnly;

    /// <inheritdoc/>
    public async Task<ActResult> RunAsync(
        ResidentTurn turn, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken)
    {
        var isInvited = await BookingTopics.WithoutBookingAsync(turn, arguments["nomor"], cancellationToken) is { } found
            && await topics.IsInvitedAsync(found, cancellationToken)
            && await availability.AnyAsync(turn.Connection, await topics.ServiceOfAsync(found, cancellationToken), cancellationToken);
        return ActResult.Of(isInvited ? "open" : "none", ("undangan", DialogValue.Of(isInvited ? "ya" : "")));
    }
}

/// <summary>
/// <c>booking.days</c>: the days that can be chosen. Sets <c>janji-hari-daftar</c> and <c>janji-keperluan</c>; <c>has-one</c> when the
/// subject has an appointment already, <c>gone</c> when there is nothing to book for any more.
/// </summary>
public sealed class BookingDays(BookingTopics topics, Availability availability, BookingNotices notices, TimeRows rows) : IAct
{
    private static readonly BookingState[] Open = [BookingState.Booked, BookingState.Displaced, BookingState.CheckedIn];

    /// <inheritdoc/>
    public string Name => "booking.days";

    /// <inheritdoc/>
    public async Task<ActResult> RunAsync(
        ResidentTurn turn, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken)
    {
        if (await topics.FindAsync(turn, arguments["untuk"], cancellationToken) is not { } topic) return ActResult.Of("gone");
        var data = await turn.DataAsync(cancellationToken);
        var most = await data.BookingPolicy.Select(policy => policy.MostOpen).SingleAsync(cancellationToken);
        if (topic.ReplacesId is null
            && await data.Bookings
                .CountAsync(booking => booking.SubjectHash == topic.SubjectHash && Open.Contains(booking.State), cancellationToken) >= most)
            return ActResult.Of("has-one");
        var days = (await availability.DaysAsync(data, topic.Service, cancellationToken)).Days;
        return ActResult.Of(
            days.Count == 0 ? "none" : "ok",
            ("janji-hari-daftar", new DialogValue { Items = rows.Days(days) }),
            ("janji-keperluan", BookingWording.Value(notices.TitleOf(topic.Service))));
    }
}

/// <summary>
/// <c>booking.times</c>: the times of a day. Sets <c>janji-jam-daftar</c>; <c>halves</c> when there are so many that the resident first
/// says whether in the morning (pagi) or later (siang).
/// </summary>
public sealed class BookingTimes(BookingTopics topics, Availability availability, TimeRows rows) : IAct
{
    /// <inheritdoc/>
    public string Name => "booking.times";

    /// <inheritdoc/>
    public async Task<ActResult> RunAsync(
        ResidentTurn turn, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken)
    {
        if (await topics.FindAsync(turn, arguments["untuk"], cancellationToken) is not { } topic
            || TimeRows.Day(arguments["hari"]) is not { } day) return ActResult.Of("none");
        var times = await availability.TimesAsync(await turn.DataAsync(cancellationToken), topic.Service, day, cancellationToken);
        var part = arguments["bagian"];
        if (part.Length == 0 && times.Count > Limits.Rows && times.Any(time => time.IsMorning)
            && times.Any(time => !time.IsMorning)) return ActResult.Of("halves");
        var wanted = part.Length == 0 ? times : times.Where(time => time.IsMorning == (part == "pagi")).ToList();
        return wanted.Count == 0
            ? ActResult.Of("none")
            : ActResult.Of("ok", ("janji-jam-daftar", new DialogValue { Items = rows.Times(wanted) }));
    }
}
