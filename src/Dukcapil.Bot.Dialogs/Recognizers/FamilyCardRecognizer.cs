using Dukcapil.Bot.Content;

namespace Dukcapil.Bot.Dialogs.Recognizers;

/// <summary>Reads a No. KK. The value is its 16 digits, the label masked; see <see cref="NikRules.CheckFamilyCard"/>.</summary>
public sealed class FamilyCardRecognizer : Recognizer
{
    /// <inheritdoc/>
    public override Recognition Recognize(string text, RecognizerContext context)
    {
        var (digits, problem) = IdNumberText.Find(text);
        if (digits is null) return Recognition.Failed($"pengenal.kk.{problem}");
        return NikRules.CheckFamilyCard(digits) is IdNumberFault.LooksLikeNik
            ? Recognition.Failed("pengenal.kk.nik")
            : Recognition.Understood(digits, LocalizedText.Same(IdMask.Mask(digits)));
    }
}
