using Dukcapil.Bot.Dialogs.Recognizers;

namespace Dukcapil.Bot.Dialogs.Tests.Recognizers;

public class EnglishTextTests
{
    [Theory]
    [InlineData("Hi, I am a Korean engineer working in Cilegon. I have a KITAS. How do I apply?", true)]
    [InlineData("how much does it cost?", true)]
    [InlineData("I lost my KTP, what should I do", true)]
    [InlineData("english", false)]
    [InlineData("ok thanks", false)]
    [InlineData("saya mau apply ktp online, how to do it", false)]
    [InlineData("ktp saya hilang", false)]
    [InlineData("John Smith", false)]
    public void English_is_told_from_what_residents_write(string text, bool english) => EnglishText.IsClear(text).ShouldBe(english);
}
