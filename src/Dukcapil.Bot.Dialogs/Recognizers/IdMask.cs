namespace Dukcapil.Bot.Dialogs.Recognizers;

/// <summary>Hides the middle of a NIK or No. KK wherever people or logs may see it.</summary>
public static class IdMask
{
    private const int Head = 6;
    private const int Tail = 2;

    /// <summary>
    /// Keeps the first 6 and last 2 characters (<c>367201********01</c>). A text too short to hide anything that way is hidden whole.
    /// </summary>
    public static string Mask(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        var hidden = number.Length - Head - Tail;
        return hidden < Head
            ? new string('*', number.Length)
            : string.Concat(number.AsSpan(0, Head), new string('*', hidden), number.AsSpan(number.Length - Tail));
    }
}
