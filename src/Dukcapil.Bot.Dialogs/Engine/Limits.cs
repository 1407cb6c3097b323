namespace Dukcapil.Bot.Dialogs.Engine;

/// <summary>
/// Hard limits. Lengths are WhatsApp's through Twilio (<c>docs/twilio.md</c> "Sending" and "Templates and menus"), counted in UTF-16 units.
/// </summary>
public static class Limits
{
    /// <summary>Longest body of a message.</summary>
    public const int Body = 1600;

    /// <summary>Longest body of a list or quick-reply message.</summary>
    public const int InteractiveBody = 1024;

    /// <summary>Longest title of a list row.</summary>
    public const int RowTitle = 24;

    /// <summary>Longest description of a list row.</summary>
    public const int RowDescription = 72;

    /// <summary>Longest title of a quick-reply button, and of the button that opens a list.</summary>
    public const int Button = 20;

    /// <summary>Most rows of a list.</summary>
    public const int Rows = 10;

    /// <summary>Most quick-reply buttons in a session.</summary>
    public const int Buttons = 3;

    /// <summary>Most nodes executed in one turn; more means the content loops.</summary>
    public const int StepsPerTurn = 60;

    /// <summary>Deepest dialog stack.</summary>
    public const int StackDepth = 12;

    /// <summary>Most prompts that KEMBALI can go back over.</summary>
    public const int Trail = 40;

    /// <summary>Failed tries at a prompt before help is offered, unless the prompt says otherwise.</summary>
    public const int Attempts = 3;

    /// <summary>Longest text a resident can give; longer input is cut before it is recognised.</summary>
    public const int Input = 2000;

    /// <summary>A silence after which the resident is told where they are.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(30);

    /// <summary>A text that comes so soon after the resident's previous one was written before its answer could be read.</summary>
    public static readonly TimeSpan Unread = TimeSpan.FromSeconds(8);

    /// <summary>
    /// Photos that follow each other within this time are one answer. Shorter than a person needs to read which paper comes next, pick its
    /// photo and send it.
    /// </summary>
    public static readonly TimeSpan Burst = TimeSpan.FromSeconds(5);
}
