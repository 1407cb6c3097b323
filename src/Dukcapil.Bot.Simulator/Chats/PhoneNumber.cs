namespace Dukcapil.Bot.Simulator.Chats;

/// <summary>Reads phone numbers as people and channels write them.</summary>
internal static class PhoneNumber
{
    private const string Channel = "whatsapp:";

    /// <summary>The number as plus sign and 8 to 15 digits, from <c>62…</c>, <c>+62…</c>, <c>0812…</c> or <c>whatsapp:+62…</c>; null when it is none.</summary>
    public static string? Read(string? text)
    {
        var plain = (text ?? "").Replace(Channel, "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal)
            .Replace("-", "", StringComparison.Ordinal).TrimStart('+');
        if (plain.StartsWith('0')) plain = "62" + plain[1..];
        return plain.Length is >= 8 and <= 15 && plain.All(char.IsAsciiDigit) ? "+" + plain : null;
    }

    /// <summary>The channel address of a number.</summary>
    public static string Address(string number) => Channel + number;
}
