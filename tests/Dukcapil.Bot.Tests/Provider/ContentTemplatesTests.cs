using System.Text.Json;
using Dukcapil.Bot.Core.Messaging.Provider;
using Dukcapil.Bot.Dialogs.Engine;
using Twilio.Rest.Content.V1;

namespace Dukcapil.Bot.Tests.Provider;

public sealed class ContentTemplatesTests
{
    [Fact]
    public void List_holds_every_text_as_a_single_line_variable()
    {
        var message = ContentTemplates.For(Menu("Halo Budi,\n\nmau      apa?", 5, "keterangan")).ShouldNotBeNull();
        var definition = JsonDocument.Parse(ContentResource.ToJson(message.Shape.Definition())).RootElement;
        var types = definition.GetProperty("types").GetProperty(ContentTemplates.ListPicker);
        types.GetProperty("body").GetString().ShouldBe("{{1}}\n\n{{2}}");
        types.GetProperty("button").GetString().ShouldBe("Lihat pilihan");
        types.GetProperty("items").GetArrayLength().ShouldBe(5);
        types.GetProperty("items")[0].GetProperty("description").GetString().ShouldBe("{{5}}");
        message.Variables["1"].ShouldBe("Halo Budi,");
        message.Variables["2"].ShouldBe("mau    apa?");
        message.Variables["4"].ShouldBe("menu/1");
        message.Variables.Values.ShouldAllBe(value => value.Length > 0 && !value.Contains('\n'));
    }

    [Fact]
    public void Shape_is_shared_by_menus_that_differ_only_in_words()
    {
        var first = ContentTemplates.For(Menu("Halo Budi", 3)).ShouldNotBeNull();
        var second = ContentTemplates.For(Menu("Halo Siti", 3)).ShouldNotBeNull();
        first.Shape.Key.ShouldBe(second.Shape.Key);
        ContentResource.ToJson(first.Shape.Definition()).ShouldNotContain("Budi");
        ContentTemplates.For(Menu("Halo Budi", 4)).ShouldNotBeNull().Shape.Key.ShouldNotBe(first.Shape.Key);
        ContentTemplates.For(Menu("Halo\nBudi", 3)).ShouldNotBeNull().Shape.Key.ShouldNotBe(first.Shape.Key);
    }

    [Theory]
    [InlineData(2, null, ContentTemplates.QuickReply)]
    [InlineData(3, null, ContentTemplates.QuickReply)]
    [InlineData(4, null, ContentTemplates.ListPicker)]
    [InlineData(3, "keterangan", ContentTemplates.ListPicker)]
    public void Kind_is_buttons_up_to_three_plain_options(int options, string? description, string kind) =>
        ContentTemplates.For(Menu("Pilih", options, description)).ShouldNotBeNull().Shape.Kind.ShouldBe(kind);

    [Fact]
    public void Menu_beyond_the_limits_goes_out_as_numbered_text()
    {
        ContentTemplates.For(Menu("Pilih", 11)).ShouldBeNull();
        ContentTemplates.For(Menu("Pilih", 0)).ShouldBeNull();
        ContentTemplates.For(Menu(new string('x', 1025), 4)).ShouldBeNull();
        ContentTemplates.For(Menu(" \n ", 4)).ShouldBeNull();
        ContentTemplates.For(Menu("Pilih", 4) with { ButtonLabel = new string('x', 21) }).ShouldBeNull();
        ContentTemplates.For(new ReplyMenu("Pilih", "Lihat", [new ReplyOption("a", new string('x', 25), null)])).ShouldBeNull();
        ContentTemplates.For(new ReplyMenu("Pilih", "Lihat", [new ReplyOption("a", "A", null), new ReplyOption("a", "B", null)]))
            .ShouldBeNull();
    }

    private static ReplyMenu Menu(string body, int options, string? description = null) => new(
        body, "Lihat pilihan", Enumerable.Range(1, options).Select(n => new ReplyOption($"menu/{n}", $"Pilihan {n}", description))
            .ToList());
}
