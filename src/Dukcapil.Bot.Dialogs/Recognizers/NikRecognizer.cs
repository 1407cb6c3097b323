using Dukcapil.Bot.Content;

namespace Dukcapil.Bot.Dialogs.Recognizers;

/// <summary>Reads a NIK. The value is its 16 digits, the label masked; see <see cref="NikRules.CheckNik"/>.</summary>
public sealed class NikRecognizer : Recognizer
{
    /// <inheritdoc/>
    public override Recognition Recognize(string text, RecognizerContext context)
    {
        var (digits, problem) = IdNumberText.Find(text);
        if (digits is null) return Recognition.Failed($"pengenal.nik.{problem}");
        return NikRules.CheckNik(digits) switch
        {
            IdNumberFault.ImpossibleDate => Recognition.Failed("pengenal.nik.tanggal"),
            IdNumberFault.ZeroSequence => Recognition.Failed("pengenal.nik.urutan"),
            _ => Recognition.Understood(digits, LocalizedText.Same(IdMask.Mask(digits))),
        };
    }
}
