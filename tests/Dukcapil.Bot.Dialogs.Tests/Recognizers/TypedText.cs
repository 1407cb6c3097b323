using FsCheck;
using FsCheck.Fluent;

namespace Dukcapil.Bot.Dialogs.Tests.Recognizers;

/// <summary>What somebody may type: words, numbers, marks and characters in any order. Shrinks by leaving parts out.</summary>
public sealed record TypedText(params string[] Parts)
{
    private static readonly string[] Usual =
    [
        "3672011708959901", "17-08-1995", "081200001111", "ya", "tidak", "kel. ", "\u200B", "\u202E",
        "\u2011", "😊", "\uD800", "\uDC00", "<b>", "'; DROP TABLE", "\0", "\n",
        "2️⃣", "ﷺ", "e\u0301\u0302", " ", ".", "-", "+62", "00", "٣", "１", "ktp", "hilang",
        "agustus", "jombang", "aaaa", "@", "#", "İ", "ß", "ǅ", "ﬁ",
    ];

    /// <summary>The whole.</summary>
    public string Text => string.Concat(Parts);

    /// <summary>For properties: <c>Arbitrary = [typeof(TypedText)]</c>.</summary>
    public static Arbitrary<TypedText> Any() => Arb.From(
        Gen.OneOf(Gen.Elements(Usual), Gen.Choose(0, char.MaxValue).Select(code => ((char)code).ToString()))
            .ArrayOf().Select(parts => new TypedText(parts)),
        typed => typed.Parts.Select((_, at) => new TypedText([.. typed.Parts.Where((_, other) => other != at)])));

    /// <inheritdoc/>
    public override string ToString() => string.Join(' ', Text.Select(unit => $"{(int)unit:X4}"));
}
