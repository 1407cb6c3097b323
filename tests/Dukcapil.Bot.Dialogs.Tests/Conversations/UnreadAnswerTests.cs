using Dukcapil.Bot.Dialogs.Engine;

namespace Dukcapil.Bot.Dialogs.Tests.Conversations;

/// <summary>An answer that cannot be read is always met with a reason, and help that failed leads to a person.</summary>
public sealed class UnreadAnswerTests
{
    [Fact]
    public void Unreadable_answer_in_haste_is_given_a_reason_and_the_question()
    {
        var phone = Phone().SayAfter(TimeSpan.FromSeconds(3), "qwerty zxcv");
        phone.Text.ShouldContain("16 angka");
        phone.State.Attempts.ShouldBe(0);
    }

    [Fact]
    public void Three_failures_offer_help_and_three_more_lead_to_a_person_and_the_menu()
    {
        var phone = Phone().Say("qwerty", "qwerty", "qwerty");
        phone.At.ShouldBe("bantuan-pertanyaan/pilih");
        phone.Say("coba lagi").At.ShouldBe("pastikan/tanya");
        phone.Say("qwerty", "qwerty", "qwerty");
        phone.Text.ShouldContain("Petugas kami dapat membantu langsung");
        phone.At.ShouldBe("menu/pilih");
    }

    [Fact]
    public void Help_that_is_not_understood_leads_to_a_person()
    {
        var phone = Phone().Say("qwerty", "qwerty", "qwerty", "zxcv", "zxcv");
        phone.Text.ShouldContain("Petugas kami dapat membantu langsung");
        phone.At.ShouldBe("menu/pilih");
    }

    private static Chat Phone() => new Chat(ShippedTalk.Engine).From(new DialogState { Stack = [new DialogFrame("pastikan", "tanya")] });
}
