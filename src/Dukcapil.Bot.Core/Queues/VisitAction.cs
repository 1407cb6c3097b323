namespace Dukcapil.Bot.Core.Queues;

/// <summary>What is done to a visit.</summary>
public enum VisitAction
{
    /// <summary>Calls the number to a counter.</summary>
    Call,

    /// <summary>Calls the number once more.</summary>
    Recall,

    /// <summary>The visitor has come to the counter.</summary>
    Serve,

    /// <summary>The visitor has not come: another one is called first.</summary>
    Skip,

    /// <summary>To another counter or alur.</summary>
    Transfer,

    /// <summary>The visit is finished.</summary>
    Finish,

    /// <summary>The visitor goes without being served.</summary>
    Leave,

    /// <summary>A visitor who was away is back in the line.</summary>
    Return,

    /// <summary>The line of a day that is over ends.</summary>
    Close,
}
