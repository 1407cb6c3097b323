using Dukcapil.Bot.Alur;

namespace Dukcapil.Bot.Core.Casework;

/// <summary>What a line of a case's history says was done. Stored as <c>task-ticked</c>.</summary>
public enum CaseEvent
{
    /// <summary>Sent in.</summary>
    Submitted,

    /// <summary>Taken to an officer's name.</summary>
    Taken,

    /// <summary>A task was ticked.</summary>
    TaskTicked,

    /// <summary>A tick was taken back.</summary>
    TaskUnticked,

    /// <summary>A paper was accepted.</summary>
    BerkasAccepted,

    /// <summary>A paper was asked for again.</summary>
    BerkasRefused,

    /// <summary>A photo was added at the counter.</summary>
    BerkasAdded,

    /// <summary>The resident brings a paper to the counter.</summary>
    BerkasToCounter,

    /// <summary>The resident sent a paper again.</summary>
    BerkasResent,

    /// <summary>Every paper that was asked for has come.</summary>
    ResendComplete,

    /// <summary>Moved to the next step.</summary>
    Forwarded,

    /// <summary>Returned to an earlier step.</summary>
    Returned,

    /// <summary>Rejected.</summary>
    Rejected,

    /// <summary>Held until a day.</summary>
    Held,

    /// <summary>The hold was ended early.</summary>
    Released,

    /// <summary>The day of the hold has come.</summary>
    HoldEnded,

    /// <summary>The result was handed over.</summary>
    HandedOver,

    /// <summary>The resident was reminded to collect the result.</summary>
    CollectionReminded,

    /// <summary>Closed because nobody collected the result.</summary>
    NotCollected,

    /// <summary>Cancelled by the resident.</summary>
    Cancelled,

    /// <summary>The resident asked for their data to be erased.</summary>
    EraseRequested,
}

/// <summary>Which event a request is.</summary>
internal static class CaseEvents
{
    /// <summary>What history calls a request that is carried out on a case in a status.</summary>
    public static CaseEvent Of(CaseRequest request, CaseStatus before) => request.Action switch
    {
        CaseAction.Take => CaseEvent.Taken,
        CaseAction.TickTask => request.Ticked ? CaseEvent.TaskTicked : CaseEvent.TaskUnticked,
        CaseAction.JudgeBerkas => request.BerkasBecomes == BerkasStatus.Accepted ? CaseEvent.BerkasAccepted : CaseEvent.BerkasRefused,
        CaseAction.AddBerkas => CaseEvent.BerkasAdded,
        CaseAction.Advance => before switch
        {
            CaseStatus.Forwarding => CaseEvent.Forwarded,
            CaseStatus.OnHold => CaseEvent.HoldEnded,
            _ => CaseEvent.ResendComplete,
        },
        CaseAction.Return => CaseEvent.Returned,
        CaseAction.Reject => CaseEvent.Rejected,
        CaseAction.Hold => CaseEvent.Held,
        CaseAction.Release => CaseEvent.Released,
        CaseAction.HandOver => CaseEvent.HandedOver,
        CaseAction.Resend => request.BerkasBecomes == BerkasStatus.AtCounter ? CaseEvent.BerkasToCounter : CaseEvent.BerkasResent,
        CaseAction.LoseBerkas => CaseEvent.BerkasRefused,
        CaseAction.Cancel => CaseEvent.Cancelled,
        CaseAction.CloseUncollected => CaseEvent.NotCollected,
        _ => throw new ArgumentOutOfRangeException(nameof(request), request.Action, "No event for this action."),
    };
}
