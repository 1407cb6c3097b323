namespace Dukcapil.Bot.Dialogs.Tests.Conversations;

/// <summary>Content that changes, or is wrong, under a running conversation.</summary>
public sealed class ContentChangeTests
{
    [Theory]
    [InlineData("dialogs/urus.yaml", "nik: { ask", "nomor-nik: { ask")]
    [InlineData("dialogs/urus.yaml", "dialog: urus", "dialog: mengurus")]
    [InlineData("dialogs/beranda.yaml", "mulai: { call", "awal: { call")]
    public void Question_that_is_gone_gives_an_apology_and_the_menu_and_keeps_answers(string file, string before, string after)
    {
        var chat = AtNik();
        chat.Engine = TestContent.Unchecked(
            (file, TestContent.Files().First(pair => pair.Path == file).Text.Replace(before, after, StringComparison.Ordinal)));
        chat.Say("3672014107909901").Text.ShouldStartWith("Mohon maaf, layanan ini baru saja kami perbarui.");
        chat.At.ShouldBe("beranda/menu");
        chat.State.Values["nama"].Text.ShouldBe("Siti Aminah");
        chat.Faults.Count.ShouldBe(1);
    }

    [Fact]
    public void Dialog_below_that_is_gone_when_the_upper_one_ends_gives_an_apology()
    {
        var chat = AtNik().Say("batal");
        chat.Engine = TestContent.Unchecked(("dialogs/urus.yaml", null));
        chat.Say("tidak").At.ShouldBe("beranda/menu");
        chat.Faults.ShouldNotBeEmpty();
    }

    [Fact]
    public void Way_back_to_a_question_that_is_gone_gives_an_apology()
    {
        var chat = AtNik();
        chat.Engine = TestContent.Unchecked(("dialogs/urus.yaml", TestContent.Files().First(pair => pair.Path == "dialogs/urus.yaml").Text
            .Replace("  nama: {", "  nama-baru: {", StringComparison.Ordinal)));
        chat.Say("kembali").At.ShouldBe("beranda/menu");
    }

    [Fact]
    public void Option_that_is_gone_is_an_old_button()
    {
        var chat = new Chat().Say("halo").Tap("beranda/menu/hilang");
        chat.Text.ShouldStartWith("Tombol itu");
        chat.At.ShouldBe("beranda/menu");
    }

    [Fact]
    public void Checklist_item_that_is_gone_keeps_its_photos_unseen()
    {
        var chat = AtNik().Say("3672014107909901", "Ciwaduk", "menikah").Photo("a");
        chat.Engine = TestContent.Unchecked(("dialogs/berkas-kk.yaml", TestContent.Files().First(
            pair => pair.Path == "dialogs/berkas-kk.yaml").Text.Replace("id: ktp,", "id: ktp-baru,", StringComparison.Ordinal)));
        chat.Photo("b", secondsLater: 2).Faults.ShouldBeEmpty();
        chat.State.Values["berkas"].Checklist!.Keys.ShouldBe(["ktp", "ktp-baru"], ignoreOrder: true);
    }

    [Fact]
    public void Loop_ends_with_an_apology_and_a_fault()
    {
        var chat = new Chat(TestContent.Unchecked(("dialogs/batal.yaml", "dialog: batal\nnodes:\n  a: { say: uji.salam, next: a }\n")));
        chat.Say("batal").Text.ShouldStartWith("Mohon maaf, ada gangguan");
        chat.Faults.ShouldBe(["more than 60 steps at batal/a"]);
        chat.At.ShouldBe("beranda/menu");
    }

    [Fact]
    public void Loop_through_acts_ends_too()
    {
        var chat = new Chat(TestContent.Unchecked(("dialogs/batal.yaml", "dialog: batal\nnodes:\n  a: { act: x, next: a }\n")));
        chat.Say("batal").At.ShouldBe("beranda/menu");
    }

    [Fact]
    public void Dialog_that_calls_itself_ends_with_an_apology()
    {
        var chat = new Chat(TestContent.Unchecked(("dialogs/batal.yaml", "dialog: batal\nnodes:\n  a: { call: batal }\n")));
        chat.Say("batal").Faults.ShouldBe(["more than 12 dialogs deep at batal"]);
        chat.At.ShouldBe("beranda/menu");
    }

    [Fact]
    public void Broken_root_leaves_nothing_asked()
    {
        var chat = new Chat(TestContent.Unchecked(("dialogs/beranda.yaml", "dialog: beranda\nnodes:\n  a: { say: uji.salam, next: a }\n")));
        chat.Say("halo").Replies.Count.ShouldBe(1);
        chat.State.Stack.ShouldBeEmpty();
        chat.Faults.Count.ShouldBe(2);
    }

    private static Chat AtNik() => new Chat().Say("halo", "1", "kk", "Siti Aminah");
}
