using Dukcapil.Bot.Alur;
using static Dukcapil.Bot.Core.Queues.VisitAction;
using static Dukcapil.Bot.Core.Queues.VisitStatus;

namespace Dukcapil.Bot.Core.Queues;

/// <summary>
/// The state machine of visits, from which the page has its buttons and the counter its refusals. <see cref="Call"/> and
/// <see cref="Close"/> are carried out in SQL, for the whole line at once.
/// </summary>
public static class VisitRules
{
    /// <summary>Nothing of the kind can be done in this status.</summary>
    public const string NotNow = "kunjungan-tidak-bisa";

    private static readonly StateGuard<VisitSituation> Here = new(visit => visit.IsHere, "di-loket-lain", "loket ini");

    private static readonly StateGuard<VisitSituation> CalledOften = new(
        visit => visit.Calls >= visit.Options.CallsBeforeSkip, "panggil-lagi-dahulu", "cukup sering dipanggil");

    private static readonly StateBranch<VisitStatus, VisitSituation> BackInLine = new(
        Waiting, visit => visit.Skips < visit.Options.SkipsBeforeNoShow, "masih boleh dilewati");

    /// <summary>The machine.</summary>
    public static StateRules<VisitStatus, VisitAction, VisitSituation> Machine { get; } =
        new StateRules<VisitStatus, VisitAction, VisitSituation>(VisitWords.All, (_, _, _) => NotNow)
            .Permit(Call, [Waiting], [], Called)
            .Permit(Recall, [Called], [Here], Called)
            .Permit(Serve, [Called], [Here], Serving)
            .Permit(Skip, [Called], [CalledOften, Here], BackInLine, new StateBranch<VisitStatus, VisitSituation>(NoShow))
            .Permit(Transfer, [Waiting], [], Waiting)
            .Permit(Transfer, [Called, Serving], [Here], Waiting)
            .Permit(Finish, [Called, Serving], [Here], Done)
            .Permit(Leave, [Waiting], [], Left)
            .Permit(Leave, [Called], [Here], Left)
            .Permit(Return, [NoShow, Left], [], Waiting)
            .Permit(Close, [Waiting], [], Left)
            .Permit(Close, [Called], [], NoShow)
            .Permit(Close, [Serving], [], Done);
}

/// <summary>What a decision on a visit looks at.</summary>
/// <param name="Calls">How often it was called this time.</param>
/// <param name="Skips">How often it was skipped before.</param>
/// <param name="IsHere">Whether it stands at the counter of whoever asks.</param>
/// <param name="Options">The office's rules.</param>
public sealed record VisitSituation(int Calls, int Skips, bool IsHere, QueueOptions Options);
