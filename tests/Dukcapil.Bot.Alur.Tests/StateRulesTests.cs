namespace Dukcapil.Bot.Alur.Tests;

/// <summary>The helper over the library, on a door that can be locked with the right key.</summary>
public sealed class StateRulesTests
{
    private static readonly StateGuard<Push> Free = new(push => !push.IsBlocked, "terhalang", "tidak terhalang");

    private static readonly StateGuard<Push> Fits = new(push => push.Key == 7, "kunci-salah", "kunci cocok");

    private static readonly StateBranch<Door, Push> KeyInside = new(Door.Locked, push => push.Key == 7, "kunci terpasang");

    private static readonly StateRules<Door, Hand, Push> Rules = new StateRules<Door, Hand, Push>(Words(), (_, _, _) => "tidak-bisa")
        .Permit(Hand.Close, [Door.Open], [Free], KeyInside, new(Door.Shut))
        .Permit(Hand.Turn, [Door.Shut], [Free, Fits], Door.Locked)
        .Permit(Hand.Turn, [Door.Locked], [Fits], Door.Shut)
        .Permit(Hand.Knock, [Door.Shut], [], Door.Shut);

    private enum Door
    {
        Open,
        Shut,
        Locked,
        Broken,
    }

    private enum Hand
    {
        Close,
        Turn,
        Knock,
    }

    [Theory]
    [InlineData(nameof(Door.Open), nameof(Hand.Close), false, 0, nameof(Door.Shut), null)]
    [InlineData(nameof(Door.Open), nameof(Hand.Close), false, 7, nameof(Door.Locked), null)]
    [InlineData(nameof(Door.Shut), nameof(Hand.Turn), true, 0, nameof(Door.Shut), "terhalang")]
    [InlineData(nameof(Door.Shut), nameof(Hand.Turn), false, 0, nameof(Door.Shut), "kunci-salah")]
    [InlineData(nameof(Door.Shut), nameof(Hand.Knock), true, 0, nameof(Door.Shut), null)]
    [InlineData(nameof(Door.Locked), nameof(Hand.Close), false, 7, nameof(Door.Locked), "tidak-bisa")]
    [InlineData(nameof(Door.Broken), nameof(Hand.Knock), false, 7, nameof(Door.Broken), "tidak-bisa")]
    public void Decision_is_the_next_state_or_the_first_refusal(
        string from, string hand, bool isBlocked, int key, string to, string? refusal) =>
        Rules.Decide(Enum.Parse<Door>(from), Enum.Parse<Hand>(hand), new(isBlocked, key)).ShouldBe(new(Enum.Parse<Door>(to), refusal));

    [Fact]
    public void Decisions_at_the_same_time_do_not_see_each_other() =>
        Parallel.For(0, 20_000, n =>
        {
            var (from, to) = n % 2 == 0 ? (Door.Shut, Door.Locked) : (Door.Locked, Door.Shut);
            Rules.Decide(from, Hand.Turn, new(false, 7)).ShouldBe(new(to, null));
        });

    [Fact]
    public void Permitted_acts_and_final_states_come_from_the_machine()
    {
        Rules.Permitted(Door.Shut, new(false, 0)).ShouldBe([Hand.Knock]);
        Rules.Permitted(Door.Shut, new(false, 7)).ShouldBe([Hand.Turn, Hand.Knock]);
        Rules.StatesFor(Hand.Turn).ShouldBe([Door.Shut, Door.Locked]);
        Rules.IsFinal(Door.Broken).ShouldBeTrue();
        Rules.IsFinal(Door.Open).ShouldBeFalse();
    }

    [Fact]
    public void Second_way_for_an_act_in_a_state_is_a_fault() => Should.Throw<InvalidOperationException>(() =>
        new StateRules<Door, Hand, Push>(Words(), (_, _, _) => "")
            .Permit(Hand.Knock, [Door.Open], [], Door.Open).Permit(Hand.Knock, [Door.Open], [], Door.Shut));

    [Fact]
    public void State_without_words_is_a_fault() => Should.Throw<ArgumentException>(() =>
        new StateWords<Door, Hand>(Door.Open, new Dictionary<Door, string>(), new Dictionary<Hand, string>()));

    [Fact]
    public void Drawing_tells_states_acts_conditions_branches_and_ends_in_words() => Lines(Rules.ToMermaid()).ShouldBe(
    [
        "stateDiagram-v2", "state \"Terbuka\" as Open", "state \"Tertutup\" as Shut", "state \"Terkunci\" as Locked",
        "state \"Rusak\" as Broken", "state Decision1 <<choice>>",
        "Open --> Decision1 : tutup [tidak terhalang]", "Decision1 --> Locked : kunci terpasang",
        "Decision1 --> Shut : selain itu", "Shut --> Locked : putar [tidak terhalang] [kunci cocok]", "Shut --> Shut : ketuk",
        "Locked --> Shut : putar [kunci cocok]", "[*] --> Open", "Broken --> [*]", "",
    ]);

    private static string[] Lines(string drawing) => drawing.Split('\n', StringSplitOptions.TrimEntries);

    private static StateWords<Door, Hand> Words() => new(
        Door.Open,
        new Dictionary<Door, string>
        {
            [Door.Open] = "Terbuka",
            [Door.Shut] = "Tertutup",
            [Door.Locked] = "Terkunci",
            [Door.Broken] = "Rusak",
        },
        new Dictionary<Hand, string> { [Hand.Close] = "tutup", [Hand.Turn] = "putar", [Hand.Knock] = "ketuk" });

    private sealed record Push(bool IsBlocked, int Key);
}
