namespace Dukcapil.Bot.Simulator.Chats;

/// <summary>Reads phone numbers as people and channels write them, and user ids of residents who hide theirs.</summary>
internal static class PhoneNumber
{
    private const string Channel = "whatsapp:";

    /// <summary>
    /// The number as plus sign and 8 to 15 digits, from <c>62…</c>, <c>+62…</c>, <c>0812…</c> or <c>whatsapp:+62…</c>; a user id
    /// (<c>ID.12345abc</c>) as it is; null when it is neither.
    /// </summary>
    public static string? Read(string? text)
    {
        if (text is not null && IsUserId(text)) return text.Replace(Channel, "", StringComparison.Ordinal);
        var plain = (text ?? "").Replace(Channel, "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal)
            .Replace("-", "", StringComparison.Ordinal).TrimStart('+');
        if (plain.StartsWith('0')) plain = "62" + plain[1..];
        return plain.Length is >= 8 and <= 15 && plain.All(char.IsAsciiDigit) ? "+" + plain : null;
    }

    /// <summary>Whether it is a user id: country code, point, letters and digits.</summary>
    public static bool IsUserId(string text) =>
        text.Replace(Channel, "", StringComparison.Ordinal) is [>= 'A' and <= 'Z', >= 'A' and <= 'Z', '.', _, ..] id
        && id.Length <= 140 && id.All(one => char.IsAsciiLetterOrDigit(one) || one == '.');

    /// <summary>The channel address of a number or user id.</summary>
    public static string Address(string number) => Channel + number;
}
