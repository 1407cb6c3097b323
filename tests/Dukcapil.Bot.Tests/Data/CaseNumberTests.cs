using Dukcapil.Bot.Core.Casework;

namespace Dukcapil.Bot.Tests.Data;

/// <summary>Case numbers as people read, say and mistype them (check digit of ISO 7064 MOD 11,10).</summary>
public sealed class CaseNumberTests
{
    private static readonly long[] Sequences = [1, 9, 10, 99, 1234, 40506, 99999, 100000, 7654321];

    private static IEnumerable<string> Numbers =>
        Sequences.Concat(Enumerable.Range(500, 300).Select(n => (long)n)).Select(n => CaseNumber.Make(2026, n));

    [Fact]
    public void Number_reads_back_however_it_is_written()
    {
        foreach (var number in Numbers)
        {
            CaseNumber.Parse(number).ShouldBe(number);
            CaseNumber.Parse($" #{number.Replace('-', ' ')}.").ShouldBe(number);
            CaseNumber.Parse(number.Replace("-", "", StringComparison.Ordinal)).ShouldBe(number);
        }
    }

    [Fact]
    public void One_wrong_digit_is_always_noticed()
    {
        foreach (var number in Numbers)
            for (var at = 0; at < number.Length; at++)
                foreach (var digit in "0123456789".Where(digit => char.IsAsciiDigit(number[at]) && digit != number[at]))
                    CaseNumber.Parse($"{number[..at]}{digit}{number[(at + 1)..]}").ShouldBeNull();
    }

    [Fact]
    public void Two_neighbours_changed_round_are_almost_always_noticed()
    {
        var (tried, missed) = (0, 0);
        foreach (var digits in Numbers.Select(number => number.Replace("-", "", StringComparison.Ordinal)))
        {
            for (var at = 0; at + 1 < digits.Length; at++)
            {
                if (digits[at] == digits[at + 1]) continue;
                tried++;
                if (CaseNumber.Parse($"{digits[..at]}{digits[at + 1]}{digits[at]}{digits[(at + 2)..]}") is not null) missed++;
            }
        }

        missed.ShouldBeLessThan(tried / 40);
    }

    [Theory]
    [InlineData("")]
    [InlineData("26-1-1")]
    [InlineData("halo 26-00001-8")]
    [InlineData("3672011708959901")]
    public void Anything_else_is_no_number(string text) => CaseNumber.Parse(text).ShouldBeNull();

    [Fact]
    public void Sequence_above_five_digits_keeps_all_of_them() => CaseNumber.Make(2026, 1_234_567).ShouldStartWith("26-1234567-");
}
