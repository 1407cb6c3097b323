namespace Dukcapil.Bot.Core.Common;

/// <summary>How lists show a resident's address: enough to tell residents apart, not enough to write to one.</summary>
public static class AddressMask
{
    private const int Shown = 4;

    /// <summary>
    /// <c>whatsapp:+6281234564821</c> becomes <c>+62…4821</c>; a user id without a telephone keeps its last four characters.
    /// </summary>
    public static string Of(string address)
    {
        var name = address[(address.IndexOf(':', StringComparison.Ordinal) + 1)..];
        if (name.Length <= Shown * 2) return "…";
        var start = name.StartsWith('+') ? name[..3] : "";
        return $"{start}…{name[^Shown..]}";
    }
}
