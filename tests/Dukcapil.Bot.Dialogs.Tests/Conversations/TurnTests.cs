using Dukcapil.Bot.Content;
using Dukcapil.Bot.Dialogs.Engine;

namespace Dukcapil.Bot.Dialogs.Tests.Conversations;

/// <summary>Acts, dialogs begun by the host, limits of messages, and the stored state.</summary>
public sealed class TurnTests
{
    private static readonly DialogInput Hello = new() { Kind = InputKind.Text, Text = "halo", Today = new DateOnly(2026, 3, 2) };

    [Fact]
    public void Resume_without_an_act_is_refused() =>
        Should.Throw<InvalidOperationException>(() => TestContent.Engine.Resume(new DialogState(), ActResult.Ok));

    [Fact]
    public void Continue_while_an_act_is_awaited_is_refused()
    {
        var waiting = TestContent.Engine.Continue(new DialogState(), Hello with { Text = "status" });
        waiting.Act!.Name.ShouldBe("case.list");
        waiting.State.AwaitingAct.ShouldBe("case.list");
        Should.Throw<InvalidOperationException>(() => TestContent.Engine.Continue(waiting.State, Hello));
    }

    [Fact]
    public void Text_before_an_act_joins_the_message_after_it()
    {
        var engine = TestContent.Unchecked(
            ("dialogs/batal.yaml", "dialog: batal\nnodes:\n  a: { say: uji.salam }\n  b: { act: x }\n  c: { say: uji.salam }\n"));
        new Chat(engine).Say("batal").Replies.Select(reply => reply.Text).ShouldBe(["Halo, selamat datang.\n\nHalo, selamat datang."]);
    }

    [Fact]
    public void Dialog_begun_by_the_host_returns_to_the_question()
    {
        var chat = new Chat().Say("halo", "1", "kk").Begin("foto", ("foto", "x"));
        chat.At.ShouldBe("foto/tanya");
        chat.Say("ya").At.ShouldBe("urus/nama");
    }

    [Fact]
    public void Begin_of_an_unknown_dialog_is_refused() =>
        Should.Throw<ArgumentException>(
            () => TestContent.Engine.Begin(new DialogState(), "tidak-ada", new Dictionary<string, DialogValue>(StringComparer.Ordinal)));

    [Fact]
    public void Starting_over_keeps_what_the_caller_gave()
    {
        var chat = new Chat().Say("halo", "1", "kk", "Siti Aminah").SayAfter(TimeSpan.FromHours(1), "permisi").Say("2");
        chat.At.ShouldBe("urus/nama");
        chat.State.Values["alur"].Text.ShouldBe("kk");
        chat.State.Values.Keys.ShouldNotContain("nama");
    }

    [Fact]
    public void Photo_after_a_pause_goes_on_with_one_line()
    {
        var chat = new Chat().Say("halo", "1", "kk", "Siti Aminah", "3672014107909901", "Ciwaduk", "menikah")
            .Photo("a", secondsLater: 7200);
        chat.Text.ShouldStartWith("Kita lanjutkan: langkah 3 dari 4, mengurus dokumen.");
        chat.Text.ShouldContain("✅ 1. KTP-el");
        chat.Replies[0].FoldKey.ShouldBeNull();
    }

    [Fact]
    public void Pause_while_resuming_is_not_asked_about_twice() =>
        new Chat().Say("halo", "1", "kk").SayAfter(TimeSpan.FromHours(1), "halo").SayAfter(TimeSpan.FromHours(1), "halo").State.Stack.Count
            .ShouldBe(3);

    [Fact]
    public void Pause_outside_counted_dialogs_is_no_matter() =>
        new Chat().Say("halo").SayAfter(TimeSpan.FromDays(9), "info kantor").Text.ShouldStartWith("Kantor kami");

    [Fact]
    public void Long_texts_are_split_and_menus_are_kept()
    {
        var line = string.Concat(Enumerable.Repeat("kata ", 280)).Trim();
        var engine = TestContent.Unchecked(("dialogs/batal.yaml", $$"""
            dialog: batal
            nodes:
              a: { say: { id: "{{line}}", en: x } }
              b: { say: { id: "{{line}} {{line}}", en: x } }
              c: { ask: yesno, text: { id: "Ya?", en: x } }
            """));
        var replies = new Chat(engine).Say("batal").Replies;
        replies.Count.ShouldBe(4);
        replies.ShouldAllBe(reply => reply.Text.Length <= Limits.Body);
        replies[^1].Menu!.Body.ShouldBe("Ya?");
    }

    [Theory]
    [InlineData(10)]
    [InlineData(11)]
    public void Choice_has_a_menu_that_a_list_can_hold(int count)
    {
        var items = Enumerable.Range(1, count - 1).Select(at => new DialogListItem($"k{at}", LocalizedText.Same($"Kasus {at}"))).ToList();
        var chat = new Chat(host: _ => ActResult.Of("ok", ("kasus", new DialogValue { Items = items }))).Say("status");
        chat.Replies[0].Text.ShouldContain($"{count}. Tutup");
        chat.Replies[0].Menu.ShouldNotBeNull().Options.Count.ShouldBe(Limits.Rows);
        chat.Say($"{count - 1}").Text.ShouldStartWith($"Kasus {count - 1}: sedang");
    }

    [Fact]
    public void State_of_an_earlier_version_is_read_with_defaults()
    {
        var state = DialogStateJson.Read("""{"language":"En","stack":[{"dialog":"urus","node":"nama"}],"values":{"x":{"text":"y"}}}""");
        state.Trail.ShouldBeEmpty();
        state.Checklist.ShouldBe(ChecklistCursor.Start);
        new Chat().Engine.Continue(state, Hello with { Text = "Siti Aminah" }).Replies[0].Text.ShouldBe("What is your NIK?");
        DialogStateJson.Read("{}").Stack.ShouldBeEmpty();
    }

    [Fact]
    public void Masked_value_stays_masked_inside_another()
    {
        var engine = TestContent.Unchecked(("dialogs/batal.yaml", """
            dialog: batal
            nodes:
              a: { ask: nik, text: { id: "NIK?", en: x }, save: nik, set: { salinan: "{nik}", kalimat: "No {nik}" } }
              b: { say: { id: "{salinan} {kalimat}", en: x } }
            """));
        new Chat(engine).Say("batal", "3672014107909901").Text.ShouldBe("367201********01 No 367201********01");
    }
}
