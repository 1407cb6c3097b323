namespace Dukcapil.Bot.Dialogs.Recognizers;

/// <summary>What <see cref="PhoneReader"/> found.</summary>
/// <param name="Number">E.164, such as <c>+6281200001111</c>; null when none can be read.</param>
/// <param name="IsMobile">Whether its kind can have WhatsApp; landlines, free-of-charge and service numbers cannot.</param>
/// <param name="Problem">Why there is no number: <c>kosong, pendek, panjang, dua, salah</c>; null when there is one.</param>
public sealed record PhoneReading(string? Number, bool IsMobile, string? Problem)
{
    internal static PhoneReading Failed(string problem) => new(null, false, problem);
}
