namespace Dukcapil.Bot.Core.Staff;

/// <summary>Settings of sessions of staff (section <c>Sessions</c>).</summary>
public sealed class SessionOptions
{
    /// <summary>Minutes without a click after which a session has ended; what a page asks by itself is no click.</summary>
    public int IdleMinutes { get; set; } = 60;

    /// <summary>Hours after the sign-in when a session has ended, however much it is used: a working day with overtime.</summary>
    public int LongestHours { get; set; } = 10;
}
