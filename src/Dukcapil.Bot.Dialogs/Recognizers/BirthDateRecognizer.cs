using System.Globalization;
using Dukcapil.Bot.Content;

namespace Dukcapil.Bot.Dialogs.Recognizers;

/// <summary>
/// Reads a birth date by <see cref="DateReader"/>. The value is <c>yyyy-MM-dd</c>. Refuses dates that do not exist, lie in the future or
/// more than 120 years back.
/// </summary>
public sealed class BirthDateRecognizer : Recognizer
{
    private const int OldestAge = 120;

    /// <inheritdoc/>
    public override Recognition Recognize(string text, RecognizerContext context)
    {
        if (DateReader.Read(text, context.Today) is not { } read) return Recognition.Failed("pengenal.tanggal.bentuk");
        if (read.Date is not { } date) return Recognition.Failed("pengenal.tanggal.mustahil");
        if (date > context.Today) return Recognition.Failed("pengenal.tanggal.depan");
        return date < context.Today.AddYears(-OldestAge) ? Recognition.Failed("pengenal.tanggal.lampau") : Understood(date);
    }

    private static Recognition Understood(DateOnly date)
    {
        var label = new LocalizedText(
            $"{date.Day} {MonthNames.Indonesian(date.Month)} {date.Year}", $"{date.Day} {MonthNames.English(date.Month)} {date.Year}");
        return Recognition.Understood(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), label);
    }
}
