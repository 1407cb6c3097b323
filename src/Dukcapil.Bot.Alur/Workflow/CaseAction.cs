namespace Dukcapil.Bot.Alur;

/// <summary>What somebody wants to do with a case.</summary>
public enum CaseAction
{
    /// <summary>Ambil: take the case to one's own name.</summary>
    Take,

    /// <summary>Tick a task of the current step (or take the tick back).</summary>
    TickTask,

    /// <summary>Give a verdict on one paper.</summary>
    JudgeBerkas,

    /// <summary>Add a photo of a paper at the counter.</summary>
    AddBerkas,

    /// <summary>The job moves a finished step, a resent paper or an ended hold on.</summary>
    Advance,

    /// <summary>Return the case to an earlier step, with a reason.</summary>
    Return,

    /// <summary>Reject the case, with a reason.</summary>
    Reject,

    /// <summary>Hold the case until a day, with a reason.</summary>
    Hold,

    /// <summary>End a hold early.</summary>
    Release,

    /// <summary>Record who collected the result; ends the case.</summary>
    HandOver,

    /// <summary>The resident sends a paper again.</summary>
    Resend,

    /// <summary>A photo turned out unusable after it was sent in: the paper is asked for again.</summary>
    LoseBerkas,

    /// <summary>The resident cancels.</summary>
    Cancel,

    /// <summary>Close a case whose result nobody collected.</summary>
    CloseUncollected,
}
