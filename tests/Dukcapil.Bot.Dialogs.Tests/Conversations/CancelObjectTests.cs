using Dukcapil.Bot.Dialogs.Engine;

namespace Dukcapil.Bot.Dialogs.Tests.Conversations;

/// <summary>BATAL has an object: what is open decides what is asked, and where several are open the resident says which.</summary>
public sealed class CancelObjectTests
{
    [Theory]
    [InlineData(false, false, false, "", "tidak-ada")]
    [InlineData(true, false, false, "batal/yakin", "")]
    [InlineData(false, true, false, "permohonan-saya/", "")]
    [InlineData(false, false, true, "janji-batal/yakin", "")]
    [InlineData(true, true, false, "batal/mana", "")]
    [InlineData(false, true, true, "batal/mana", "")]
    [InlineData(true, true, true, "batal/mana", "")]
    public void Batal_means_what_is_open(bool form, bool application, bool appointment, string at, string said)
    {
        var phone = Phone(application, appointment, form).Say("BATAL");
        if (at.Length > 0) phone.At.ShouldStartWith(at);
        if (said.Length > 0) phone.Text.ShouldContain("Tidak ada pengisian yang sedang berjalan");
    }

    [Theory]
    [InlineData("batalkan permohonan saya", "permohonan-saya/")]
    [InlineData("mau batalin pengajuan ktp", "permohonan-saya/")]
    [InlineData("batal janji temu", "janji-batal/")]
    [InlineData("batalkan janji saya besok", "janji-batal/")]
    [InlineData("mau batalin aja", "batal/mana")]
    public void Sentence_names_the_object(string text, string at) =>
        Phone(application: true, appointment: true, form: false).Say(text).At.ShouldStartWith(at);

    [Fact]
    public void Choice_between_several_leads_to_the_one_that_is_named()
    {
        Phone(true, true, true).Say("batal", "janji temu").At.ShouldBe("janji-batal/yakin");
        Phone(true, true, true).Say("batal", "isian").At.ShouldBe("batal/yakin");
        Phone(true, true, true).Say("batal", "tidak jadi").At.ShouldBe("intake/periksa");
    }

    private static Chat Phone(bool application, bool appointment, bool form)
    {
        var chat = new Chat(ShippedTalk.Engine, act => act.Name switch
        {
            "data.check" => ActResult.Of(application ? "kept" : "ok"),
            "booking.list" => ActResult.Of(appointment ? "one" : "none", ("janji-id", DialogValue.Of("1"))),
            "case.list" => ActResult.Of("one", ("nomor", DialogValue.Of("26-00001-3"))),
            _ => ActResult.Ok,
        });
        if (!form) return chat;
        var values = new Dictionary<string, DialogValue>(StringComparer.Ordinal)
        {
            ["berjalan"] = DialogValue.Of("ya"),
            ["alur"] = DialogValue.Of("sktt"),
        };
        return chat.From(new DialogState { Stack = [new DialogFrame("intake", "periksa", 6)], Values = values });
    }
}
