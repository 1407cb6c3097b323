namespace Dukcapil.Bot.Alur;

/// <summary>
/// Longest texts an alur may hold, in UTF-16 units. Titles, summaries and options become WhatsApp list rows and buttons
/// (<c>docs/twilio.md</c> "Templates and menus"); the rest keeps messages short enough to be read on a small telephone.
/// </summary>
public static class AlurLimits
{
    /// <summary>Title of an alur: a list row.</summary>
    public const int Title = 24;

    /// <summary>Summary of an alur: the description of a list row.</summary>
    public const int Summary = 72;

    /// <summary>Title of an option: a quick-reply button.</summary>
    public const int Option = 20;

    /// <summary>Title of a paper: one line of the checklist.</summary>
    public const int Paper = 60;

    /// <summary>Hint of a paper, question, note or resident's action.</summary>
    public const int Help = 300;

    /// <summary>A text that is pushed when a step begins or ends.</summary>
    public const int Push = 600;

    /// <summary>Most questions of one alur: nobody answers more in chat, and every combination of answers is checked.</summary>
    public const int Questions = 6;

    /// <summary>Most options of a question: the rows of a list.</summary>
    public const int Options = 10;
}
