namespace Dukcapil.Bot.Dialogs.Recognizers;

/// <summary>What a word adds to a yes or no.</summary>
internal enum YesNoKind
{
    /// <summary>Not known.</summary>
    Strange,

    /// <summary>Adds nothing: a form of address, a particle.</summary>
    Filler,

    /// <summary>A plain yes; together with a no it contradicts.</summary>
    Yes,

    /// <summary>Means yes by itself, but a no before it turns it round: "tidak benar", "ga jadi".</summary>
    Quality,

    /// <summary>As <see cref="Quality"/>, but only by itself: "mau" is a yes, "mau pindah ke Jakarta" is not.</summary>
    Modal,

    /// <summary>A plain no.</summary>
    No,

    /// <summary>Means no by itself; a no before it cancels it: "tidak salah".</summary>
    Wrong,

    /// <summary>Says that the question is not answered yet.</summary>
    Doubt,
}

/// <summary>The words of yes and no, in Indonesian as typed on a phone, English, Javanese and Sundanese.</summary>
internal static class YesNoWords
{
    public static readonly IReadOnlyList<string> YesEmoji = ["👍", "👌", "✅", "✔", "☑", "🆗"];
    public static readonly IReadOnlyList<string> NoEmoji = ["👎", "❌", "✖", "🚫", "🙅"];

    private static readonly Dictionary<string, YesNoKind> Kinds = new(StringComparer.Ordinal);

    static YesNoWords()
    {
        Add(YesNoKind.Yes, "ya y iya iy iyah iye yo yoi yup yap yep yes yeah ok oke okay okey okeh okelah okedeh sip enggih nggih inggih muhun enya heeh sure");
        Add(YesNoKind.Quality, "betul btl bener benar bnr setuju stuju lanjut lanjutkan lnjt lanjutin boleh bole siap sesuai cocok tentu pasti tepat");
        Add(YesNoKind.Quality, "sudah udah udh sdh yuk ayo gas correct right agree fine true continue leres wis");
        Add(YesNoKind.Modal, "mau jadi ada punya pernah perlu bisa usah duwe");
        Add(YesNoKind.No, "tidak t tdk tak gak ga g gk nggak ngga nggk enggak engga ngak kagak kaga ndak nda ora mboten henteu teu moal bukan bkn bukanlah");
        Add(YesNoKind.No, "jangan jgn belum blm blum belom durung can no nope nah not never n gamau gakmau gausah gajadi ogah dont");
        Add(YesNoKind.Wrong, "salah slh keliru batal batalkan batalin wrong incorrect false cancel");
        Add(YesNoKind.Filler, "kak kakak ka pak bapak bu ibu mas mba mbak bang min admin gan kang teh dong deh sih aja saja lah kok kan nih tuh itu ini saya sy aku");
        Add(YesNoKind.Filler, "banget sekali semua semuanya data datanya nya terima kasih makasih please thank you thanks it is that its im i pisan atuh mah to urus ngurus mengurus sekarang skrg");
        Add(YesNoKind.Doubt, "tau tahu yakin ngerti mengerti paham mungkin kayaknya sepertinya tapi tetapi kecuali tanya nanya nanti tunggu bentar sebentar dulu ntar entar tp");
        Add(YesNoKind.Doubt, "maybe idea know unsure wait but later bingung lupa atau or apa gimana bagaimana kenapa siapa");
    }

    /// <summary>What a normalised word means; small typing errors in words of four letters or more are forgiven.</summary>
    public static YesNoKind KindOf(string word)
    {
        var squeezed = Spelling.Squeeze(word);
        if (squeezed.Any(char.IsDigit)) return YesNoKind.Doubt;
        if (Kinds.TryGetValue(squeezed, out var known)) return known;
        var close = Kinds.Where(pair => squeezed.Length >= 4 && pair.Key.Length >= 4 && Spelling.Distance(squeezed, pair.Key) == 1)
            .Select(pair => pair.Value).Distinct().ToList();
        return close.Count == 1 ? close[0] : YesNoKind.Strange;
    }

    private static void Add(YesNoKind kind, string words)
    {
        foreach (var word in words.Split(' ')) Kinds[Spelling.Squeeze(word)] = kind;
    }
}
