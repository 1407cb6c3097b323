namespace Dukcapil.Bot.Dialogs.Recognizers;

/// <summary>Reads one telephone number, landlines too. The value is E.164.</summary>
public sealed class PhoneRecognizer : Recognizer
{
    /// <inheritdoc/>
    public override Recognition Recognize(string text, RecognizerContext context) => PhoneReader.Read(text) switch
    {
        { Number: { } number } => Recognition.Understood(number),
        var failed => Recognition.Failed($"pengenal.telepon.{failed.Problem}"),
    };
}
