using Dukcapil.Bot.Core.Messaging.Inbox;

namespace Dukcapil.Bot.Tests.Inbound;

public sealed class FloodGuardTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 2, 2, 0, 0, TimeSpan.Zero);
    private static readonly FloodOptions Options = new();

    [Fact]
    public void Same_text_is_answered_up_to_the_limit_then_told_once_then_quiet()
    {
        var verdicts = Judge(Enumerable.Range(0, 14).Select(n => Text(n * 5, "ya")));
        verdicts.Take(10).ShouldAllBe(verdict => verdict == FloodVerdict.Answer);
        verdicts[10].ShouldBe(FloodVerdict.TellLoop);
        verdicts.Skip(11).ShouldAllBe(verdict => verdict == FloodVerdict.Silence);
    }

    [Fact]
    public void Machine_that_answers_at_once_is_noticed_sooner_and_stays_noticed()
    {
        var fast = Enumerable.Range(0, 6).Select(n => Text(n * 0.5, "Kami sedang tidak di tempat"));
        var slow = Enumerable.Range(1, 3).Select(n => Text(n * 100, "Kami sedang tidak di tempat"));
        var verdicts = Judge(fast.Concat(slow));
        verdicts.Take(5).ShouldAllBe(verdict => verdict == FloodVerdict.Answer);
        verdicts[5].ShouldBe(FloodVerdict.TellLoop);
        verdicts.Skip(6).ShouldAllBe(verdict => verdict == FloodVerdict.Silence);
    }

    [Fact]
    public void Another_text_is_answered_in_the_middle_of_a_loop()
    {
        var verdicts = Judge([.. Enumerable.Range(0, 13).Select(n => Text(n * 5, "ya")), Text(70, "menu"), Text(75, "ya")]);
        verdicts[12].ShouldBe(FloodVerdict.Silence);
        verdicts[13].ShouldBe(FloodVerdict.Answer);
        verdicts[14].ShouldBe(FloodVerdict.Answer);
    }

    [Fact]
    public void Repeated_text_is_answered_again_after_a_pause() =>
        Judge([.. Enumerable.Range(0, 13).Select(n => Text(n * 5, "ya")), Text(60 + Options.Quiet.TotalSeconds, "ya")])[^1].ShouldBe(
            FloodVerdict.Answer);

    [Fact]
    public void Texts_beyond_the_bound_of_a_minute_are_told_once_then_quiet_for_a_while()
    {
        var verdicts = Judge(Enumerable.Range(0, 70).Select(n => Text(n * 0.1, $"teks {n}")));
        verdicts.Take(60).ShouldAllBe(verdict => verdict == FloodVerdict.Answer);
        verdicts[60].ShouldBe(FloodVerdict.TellFlood);
        verdicts.Skip(61).ShouldAllBe(verdict => verdict == FloodVerdict.Silence);
    }

    [Fact]
    public void Silence_after_a_flood_ends()
    {
        var flood = Enumerable.Range(0, 70).Select(n => Text(n * 0.1, $"teks {n}"));
        Judge([.. flood, Text(200, "halo"), Text(10 + Options.Quiet.TotalSeconds, "halo lagi")]).TakeLast(2)
            .ShouldBe([FloodVerdict.Silence, FloodVerdict.Answer]);
    }

    [Fact]
    public void Photos_of_three_albums_are_no_flood() =>
        Judge(Enumerable.Range(0, 90).Select(n => Photo(n * 0.2))).ShouldAllBe(verdict => verdict == FloodVerdict.Answer);

    [Fact]
    public void Photos_without_end_are_a_flood() =>
        Judge(Enumerable.Range(0, 110).Select(n => Photo(n * 0.2))).Count(verdict => verdict == FloodVerdict.TellFlood).ShouldBe(1);

    [Fact]
    public void Texts_at_the_pace_of_a_person_are_never_a_flood() =>
        Judge(Enumerable.Range(0, 500).Select(n => Text(n * 2, $"teks {n}"))).ShouldAllBe(verdict => verdict == FloodVerdict.Answer);

    [Fact]
    public void Counter_is_kept_to_the_tick()
    {
        var counter = new FloodCounter
        {
            MinuteStart = Start,
            Texts = 3,
            Photos = 2,
            TextKey = long.MinValue,
            Repeats = 7,
            MachineRepeats = 1,
            LastTextAt = Start.AddTicks(1),
            QuietUntil = Start.AddMinutes(5),
            LateToldAt = Start.AddDays(-1),
            WasLate = true,
        };
        FloodCounter.Read(counter.Write()).ShouldBe(counter);
    }

    [Theory]
    [InlineData(new byte[0])]
    [InlineData(new byte[] { 1, 2, 3 })]
    [InlineData(new byte[] { 99 })]
    public void Counter_of_another_version_begins_anew(byte[] kept) => FloodCounter.Read(kept).ShouldBe(new FloodCounter());

    [Fact]
    public void Late_messages_of_one_outage_are_told_once()
    {
        var counter = new FloodCounter();
        Tells(ref counter, isLate: true, minute: 0).ShouldBeTrue();
        Tells(ref counter, isLate: true, minute: 90).ShouldBeFalse();
        Tells(ref counter, isLate: false, minute: 100).ShouldBeFalse();
        Tells(ref counter, isLate: true, minute: 200).ShouldBeTrue();
    }

    [Fact]
    public void Late_message_written_before_the_telling_belongs_to_the_same_outage()
    {
        var counter = new FloodCounter { LateToldAt = Start.AddMinutes(60) };
        Tells(ref counter, isLate: true, minute: 30).ShouldBeFalse();
    }

    private static bool Tells(ref FloodCounter counter, bool isLate, int minute)
    {
        var written = Start.AddMinutes(minute);
        (var tells, counter) = LateNotice.Judge(counter, isLate, written, written);
        return tells;
    }

    private static CountedMessage Text(double second, string text) =>
        new(Start.AddSeconds(second), text.GetHashCode(StringComparison.Ordinal), HasFiles: false);

    private static CountedMessage Photo(double second) => new(Start.AddSeconds(second), null, HasFiles: true);

    private static List<FloodVerdict> Judge(IEnumerable<CountedMessage> beats)
    {
        var counter = new FloodCounter();
        return beats.Select(beat =>
        {
            (var verdict, counter) = FloodGuard.Judge(counter, beat, Options);
            return verdict;
        }).ToList();
    }
}
