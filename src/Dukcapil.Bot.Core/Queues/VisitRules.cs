namespace Dukcapil.Bot.Core.Queues;

/// <summary>
/// What may be done to a visit, and why not: one table, from which the page has its buttons and the counter its refusals.
/// </summary>
public static class VisitRules
{
    /// <summary>What may be done in a status. A number that was not called often enough cannot be skipped yet, see <see cref="Refuse"/>.</summary>
    public static IReadOnlyList<VisitAction> Allowed(VisitStatus status) => status switch
    {
        VisitStatus.Waiting => [VisitAction.Transfer, VisitAction.Leave],
        VisitStatus.Called => [VisitAction.Serve, VisitAction.Recall, VisitAction.Skip, VisitAction.Transfer, VisitAction.Finish, VisitAction.Leave],
        VisitStatus.Serving => [VisitAction.Finish, VisitAction.Transfer],
        VisitStatus.NoShow or VisitStatus.Left => [VisitAction.Return],
        _ => [],
    };

    /// <summary>Why something cannot be done now, or null: <c>kunjungan-tidak-bisa</c>, <c>panggil-lagi-dahulu</c>.</summary>
    /// <param name="action">What is asked for.</param>
    /// <param name="status">Where the visit stands.</param>
    /// <param name="calls">How often it was called this time.</param>
    /// <param name="options">The office's rules.</param>
    public static string? Refuse(VisitAction action, VisitStatus status, int calls, QueueOptions options)
    {
        if (!Allowed(status).Contains(action)) return "kunjungan-tidak-bisa";
        return action == VisitAction.Skip && calls < options.CallsBeforeSkip ? "panggil-lagi-dahulu" : null;
    }

    /// <summary>Where a skipped number goes: back into the line, or out of it after the last skip that the rule allows.</summary>
    /// <param name="skips">How often it was skipped before.</param>
    /// <param name="options">The office's rules.</param>
    public static VisitStatus AfterSkip(int skips, QueueOptions options) => skips < options.SkipsBeforeNoShow ? VisitStatus.Waiting : VisitStatus.NoShow;
}
