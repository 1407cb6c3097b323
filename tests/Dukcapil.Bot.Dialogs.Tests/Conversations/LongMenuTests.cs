using Dukcapil.Bot.Dialogs.Engine;

namespace Dukcapil.Bot.Dialogs.Tests.Conversations;

/// <summary>Menus with more options than a list can hold.</summary>
public sealed class LongMenuTests
{
    private readonly Chat _chat = new(TestContent.Unchecked(("dialogs/pilih-kelurahan.yaml", Menu(25))));

    [Fact]
    public void Long_menu_shows_nine_rows_and_the_way_to_the_others()
    {
        var first = Rows(_chat.Begin("pilih-kelurahan"));
        first.Select(row => row.Title).ShouldBe([.. Titles(1, 9), "Lainnya"]);
        Rows(_chat.Tap(first[^1].Payload)).Select(row => row.Title).ShouldBe([.. Titles(10, 18), "Lainnya"]);
        Rows(_chat.Tap(Rows(_chat)[^1].Payload)).Select(row => row.Title).ShouldBe(Titles(19, 25));
        _chat.Tap(first[2].Payload).Text.ShouldContain("Anda memilih tempat 3.");
    }

    [Fact]
    public void Typed_word_pages_and_after_the_last_page_the_first_comes_again()
    {
        _chat.Begin("pilih-kelurahan");
        Rows(_chat.Say("Lainnya"))[0].Title.ShouldBe("Tempat 10");
        Rows(_chat.Say("lainnya"))[0].Title.ShouldBe("Tempat 19");
        Rows(_chat.Say("more"))[0].Title.ShouldBe("Tempat 1");
    }

    [Theory]
    [InlineData("3")]
    [InlineData("21")]
    public void Typed_number_addresses_the_whole_menu_whatever_page_is_shown(string number)
    {
        _chat.Begin("pilih-kelurahan").Say("lainnya");
        _chat.Say(number).Text.ShouldContain($"Anda memilih tempat {number}.");
    }

    [Fact]
    public void Ten_options_need_no_paging()
    {
        var chat = new Chat(TestContent.Unchecked(("dialogs/pilih-kelurahan.yaml", Menu(10))));
        Rows(chat.Begin("pilih-kelurahan")).Select(row => row.Title).ShouldBe(Titles(1, 10));
    }

    private static IReadOnlyList<ReplyOption> Rows(Chat chat) => chat.Replies[^1].Menu.ShouldNotBeNull().Options;

    private static IEnumerable<string> Titles(int first, int last) => Enumerable.Range(first, last - first + 1).Select(n => $"Tempat {n}");

    private static string Menu(int count) =>
        "dialog: pilih-kelurahan\nnodes:\n  tanya:\n    choice: { id: \"Di mana?\", en: \"Where?\" }\n    save: tempat\n    options:\n"
        + string.Concat(Enumerable.Range(1, count)
            .Select(n => $"      - {{ id: t{n}, title: {{ id: Tempat {n}, en: Place {n} }}, set: {{ ke: tempat {n} }} }}\n"))
        + "    next: jawab\n  jawab: { say: { id: \"Anda memilih {ke}.\", en: \"You chose {ke}.\" } }\n";
}
