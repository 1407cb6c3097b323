using Dukcapil.Bot.Dialogs.Recognizers;

namespace Dukcapil.Bot.Dialogs.Tests.Recognizers;

public class TextNormalizerTests
{
    [Theory]
    [InlineData("  Halo   KAK!! ", "halo kak")]
    [InlineData("2️⃣", "2")]
    [InlineData("②", "2")]
    [InlineData("ＭＥＮＵ", "menu")]
    [InlineData("me\u200Bnu\u202E", "menu")]
    [InlineData("*menu*", "menu")]
    [InlineData("_~menu~_", "menu")]
    [InlineData("\"Menu\".", "menu")]
    [InlineData("menu 🙏🏽👍", "menu")]
    [InlineData("ma’ruf", "ma'ruf")]
    [InlineData("e-KTP", "e-ktp")]
    [InlineData("a\r\n\tb", "a b")]
    [InlineData("\uD800menu\uDC00", "menu")]
    [InlineData("", "")]
    public void Text_is_brought_into_one_form(string text, string normal) => TextNormalizer.Normalize(text).ShouldBe(normal);
}
