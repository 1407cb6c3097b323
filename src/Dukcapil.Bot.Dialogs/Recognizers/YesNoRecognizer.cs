using Dukcapil.Bot.Content;

namespace Dukcapil.Bot.Dialogs.Recognizers;

/// <summary>
/// Reads yes and no as people write them. The value is <c>ya</c> or <c>tidak</c>. What contradicts itself ("ya tidak"), doubts ("belum
/// tahu") or asks back is not understood, because a wrong yes costs more than one more question.
/// </summary>
public sealed class YesNoRecognizer : Recognizer
{
    private const string NotClear = "pengenal.ya_tidak.bentuk";
    private const int MostWords = 8;
    private const int MostStrangeWords = 3;

    private static readonly Recognition Yes = Recognition.Understood("ya", new LocalizedText("Ya", "Yes"));
    private static readonly Recognition No = Recognition.Understood("tidak", new LocalizedText("Tidak", "No"));

    /// <inheritdoc/>
    public override Recognition Recognize(string text, RecognizerContext context)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = TextNormalizer.Words(text);
        if (words.Count == 0) return FromEmoji(text);
        if (words.Count > MostWords) return Recognition.Failed(NotClear);
        var kinds = words.Select(YesNoWords.KindOf).ToList();
        return FromWords(kinds, asks: Questions.HasMark(text)) ?? Recognition.Failed(NotClear);
    }

    private static Recognition? FromWords(List<YesNoKind> kinds, bool asks)
    {
        var strange = kinds.Count(kind => kind is YesNoKind.Strange);
        if (kinds.Contains(YesNoKind.Doubt) || strange > MostStrangeWords || (asks && strange > 0)) return null;
        var said = kinds.Where(kind => kind is not YesNoKind.Filler).ToList();
        var (yes, no) = (said.Any(kind => kind is YesNoKind.Yes), said.Any(kind => kind is YesNoKind.No or YesNoKind.Wrong));
        var quality = said.Exists(kind => kind is YesNoKind.Quality or YesNoKind.Modal);
        if (strange > 0 && said.FirstOrDefault() is YesNoKind.Modal) return null;
        return said.FirstOrDefault(YesNoKind.Strange) switch
        {
            YesNoKind.Yes or YesNoKind.Quality or YesNoKind.Modal when !no => Yes,
            YesNoKind.No when said.Contains(YesNoKind.Wrong) || yes => null,
            YesNoKind.No when !quality || said[1] is YesNoKind.Quality or YesNoKind.Modal => No,
            YesNoKind.Wrong when !yes && !quality => No,
            _ => null,
        };
    }

    private static Recognition FromEmoji(string text)
    {
        var yes = YesNoWords.YesEmoji.Any(emoji => text.Contains(emoji, StringComparison.Ordinal));
        var no = YesNoWords.NoEmoji.Any(emoji => text.Contains(emoji, StringComparison.Ordinal));
        if (yes == no) return Recognition.Failed(NotClear);
        return yes ? Yes : No;
    }
}
