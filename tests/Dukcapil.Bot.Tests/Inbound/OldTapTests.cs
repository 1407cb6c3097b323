using Dukcapil.Bot.Tests.Fixtures;

namespace Dukcapil.Bot.Tests.Inbound;

/// <summary>Taps on what was asked earlier: answered with where one is now, never taken for an answer to it.</summary>
public sealed class OldTapTests(InboundBot app) : IClassFixture<InboundBot>, IAsyncLifetime
{
    private const string Present = "Apakah Anda setuju?";

    private readonly SimulatedPhone phone = app.NewPhone();
    private PhoneMessage menu = null!;

    public async ValueTask InitializeAsync()
    {
        await phone.SendAsync("halo");
        menu = await phone.NextAsync();
        await phone.AskAsync("ktp saya hilang");
        (await phone.AskAsync("ya")).ShouldContain(Present);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Tap_by_its_id_is_answered_with_the_present_question(bool isList)
    {
        foreach (var (id, title) in menu.Ids.Zip(menu.Options)) await phone.TapAsync(id, title, isList);
        foreach (var id in menu.Ids) (await phone.NextAsync()).Body.ShouldContain(Present, customMessage: id);
        (await phone.AskAsync("ya")).ShouldContain("untuk siapa");
    }

    [Fact]
    public async Task Row_without_a_known_id_is_answered_with_the_present_question()
    {
        await phone.TapAsync("dialog-lama/pilih/satu", menu.Options[0], isList: true);
        (await phone.NextAsync()).Body.ShouldContain(Present);
        (await phone.AskAsync("ya")).ShouldContain("untuk siapa");
    }

    [Fact]
    public async Task Title_of_an_earlier_question_is_no_answer_to_the_present_one()
    {
        (await phone.AskAsync(menu.Options[0])).ShouldContain("setuju");
        (await phone.AskAsync("ya")).ShouldContain("untuk siapa");
    }
}
