using Dukcapil.Bot.Dialogs.Engine;
using Dukcapil.Bot.Dialogs.Reading;
using Dukcapil.Bot.Dialogs.Understanding;

namespace Dukcapil.Bot.Dialogs.Tests.Conversations;

/// <summary>What the learned model may and may not do at a question.</summary>
public sealed class LearnedAnswerTests
{
    private const string Dialog = """
        dialog: coba
        nodes:
          keadaan:
            choice: { id: Rusak atau hilang?, en: Damaged or lost? }
            save: keadaan-ktp
            options:
              - { id: rusak, title: { id: Rusak, en: Damaged } }
              - { id: hilang, title: { id: Hilang, en: Lost } }
          kirim:
            choice: { id: Kirim?, en: Send? }
            options:
              - { id: kirim, title: { id: Kirim, en: Send }, next: simpan }
              - { id: ubah, title: { id: Ubah, en: Change }, next: keadaan }
          simpan: { act: kasus.simpan, final: true, next: end }
        """;

    [Fact]
    public void Answer_in_other_words_is_taken()
    {
        var chat = Begun(("keadaan-ktp", "kelindes truk", Guess("rusak", 0.9f, "bukan", 0.1f)));
        chat.Say("kelindes truk").At.ShouldBe("coba/kirim");
        chat.State.Values["keadaan-ktp"].Text.ShouldBe("rusak");
    }

    [Fact]
    public void Two_likely_answers_are_asked_back()
    {
        var chat = Begun(("keadaan-ktp", "entah ke mana", Guess("hilang", 0.5f, "rusak", 0.45f)));
        chat.Say("entah ke mana").At.ShouldBe("coba/keadaan");
        chat.Replies[^1].Menu.ShouldNotBeNull().Options.Select(option => option.Title).ShouldBe(["Rusak", "Hilang"]);
        chat.Say("2").State.Values["keadaan-ktp"].Text.ShouldBe("hilang");
    }

    [Theory]
    [InlineData("mau kirim dong semuanya")]
    [InlineData("gas aja terbang")]
    public void Final_option_is_never_chosen_by_likeness(string text)
    {
        var chat = Begun(("coba/kirim", text, Guess("kirim", 0.99f, "ubah", 0.01f)));
        chat.Say("1", text).At.ShouldBe("coba/kirim");
        chat.Say("1").At.ShouldNotBe("coba/kirim");
    }

    [Fact]
    public void Option_named_outright_stays_whatever_was_learned()
    {
        var chat = Begun(("keadaan-ktp", "hilang kak", Guess("bukan", 0.99f, "rusak", 0.01f)));
        chat.Say("hilang kak").State.Values["keadaan-ktp"].Text.ShouldBe("hilang");
    }

    [Theory]
    [InlineData("yang hilang punya tetangga saya", "bukan", 0.9f)]
    [InlineData("kalau hilang lapor polisi dulu ya", "bukan", 0.86f)]
    public void Remark_or_question_that_holds_an_option_is_no_answer(string text, string guess, float chance)
    {
        var chat = Begun(("keadaan-ktp", text, Guess(guess, chance, "rusak", 0.01f)));
        chat.Say(text).At.ShouldBe("coba/keadaan");
        chat.State.Values.ShouldNotContainKey("keadaan-ktp");
    }

    private static AnswerGuess Guess(string best, float chance, string second, float secondChance) =>
        new(best, chance, second, secondChance, [AnswerGuess.NoAnswer, "rusak", "hilang", "kirim", "ubah"]);

    private static Chat Begun(params (string Question, string Text, AnswerGuess Guess)[] learned)
    {
        var catalogue = DialogCatalogueLoader.Read(TestContent.Files(("dialogs/coba.yaml", Dialog)), [], null, []);
        var engine = new DialogEngine(
            catalogue, answer: (question, text) => learned.FirstOrDefault(one => one.Question == question && one.Text == text).Guess);
        return new Chat(engine).Begin("coba");
    }
}
