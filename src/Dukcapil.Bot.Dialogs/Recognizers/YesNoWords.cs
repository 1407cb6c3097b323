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

    /// <summary>Plain ways to say yes to a question whose yes may lose something: never "lanjut", which may mean the way back.</summary>
    public static readonly IReadOnlyList<string> PlainYes = Phrases(
        "ya,iya,y,iy,iyah,iye,ye,yoi,yup,yap,yep,yes,yeah,ok,oke,okay,okey,okeh,sip,enggih,nggih,inggih,muhun,enya,"
        + "sure,setuju,stuju,satuju,stj,betul,btl,benar,bener,bnr,tentu,pasti,yakin,"
        + "saya yakin,leres,sampun leres,correct,right,agree,i agree,im sure,i am sure");

    /// <summary>Further ways where a yes only goes on.</summary>
    public static readonly IReadOnlyList<string> GoOn = Phrases(
        "lanjut,lanjutkan,lnjt,lanjutin,continue,go on,go ahead,boleh,bole,bersedia,saya bersedia,siap,sesuai,cocok,"
        + "tepat,sudah,sudah benar,sudah betul,wis,yuk,ayo,gas,mau,saya mau,saya setuju,"
        + "kami setuju,setuju semua,benar semua,sudah benar semua,jadi,bisa,perlu,fine,true,ya sudah,silakan,silahkan,monggo,mangga");

    private static readonly Dictionary<string, YesNoKind> Kinds = new(StringComparer.Ordinal);

    static YesNoWords()
    {
        Add(YesNoKind.Yes, "ya y iya iy iyah iye yo yoi yup yap yep yes yeah ok oke okay okey okeh okelah okedeh sip "
            + "enggih nggih inggih muhun enya heeh sure");
        Add(YesNoKind.Quality, "betul btl bener benar bnr setuju stuju satuju stj lanjut lanjutkan lnjt lanjutin boleh bole siap "
            + "sesuai cocok tentu pasti tepat");
        Add(YesNoKind.Quality, "sudah udah udh sdh yuk ayo gas correct right agree fine true continue leres wis");
        Add(YesNoKind.Modal, "mau jadi ada punya pernah perlu bisa usah duwe");
        Add(YesNoKind.No, "tidak t tdk tak gak ga g gk nggak ngga nggk enggak engga ngak kagak kaga ndak nda ora "
            + "mboten henteu teu moal bukan bkn bukanlah");
        Add(YesNoKind.No, "jangan jgn belum blm blum belom durung can no nope nah not never n gamau gakmau gausah gajadi ogah dont");
        Add(YesNoKind.Wrong, "salah slh keliru batal batalkan batalin wrong incorrect false cancel");
        Add(YesNoKind.Filler, "kak kakak ka pak bapak bu ibu mas mba mbak bang min admin gan kang teh dong deh sih aja "
            + "saja lah kok nih tuh itu ini saya sy aku");
        Add(YesNoKind.Filler, "banget sekali semua semuanya data datanya nya terima kasih makasih please thank you "
            + "thanks it is that its im i pisan atuh mah to urus ngurus mengurus sekarang skrg");
        Add(YesNoKind.Doubt, "tau tahu yakin kan ngerti mengerti paham mungkin kayaknya sepertinya tapi tetapi kecuali "
            + "tanya nanya nanti tunggu bentar sebentar dulu ntar entar tp");
        Add(YesNoKind.Doubt, "maybe idea know unsure wait but later bingung lupa atau or apa apaan apakah gimana gmn "
            + "bagaimana kenapa knp siapa berapa brp kapan mana kemana asal kalau kalo klo if ragu kah");
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

    private static string[] Phrases(string list) => list.Split(',');

    private static void Add(YesNoKind kind, string words)
    {
        foreach (var word in words.Split(' ')) Kinds[Spelling.Squeeze(word)] = kind;
    }
}
