using Dukcapil.Bot.Core.Appointments;
using Dukcapil.Bot.Core.Casework;

namespace Dukcapil.Bot.Tests.Appointments;

public sealed class BookingCodeTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(417)]
    [InlineData(9999)]
    [InlineData(10000)]
    [InlineData(1234567)]
    public void Code_is_read_back_however_it_is_typed(long id)
    {
        var code = BookingCode.Of(id);
        BookingCode.Parse(code).ShouldBe(id);
        BookingCode.Parse(code.ToLowerInvariant().Replace('-', ' ')).ShouldBe(id);
        BookingCode.Parse(" " + code.Replace("-", "", StringComparison.Ordinal) + " ").ShouldBe(id);
        CaseNumber.Parse(code).ShouldBeNull();
    }

    [Fact]
    public void Every_single_wrong_digit_is_found_out()
    {
        var code = BookingCode.Of(417);
        for (var at = 0; at < code.Length; at++)
            foreach (var digit in "0123456789".Where(digit => char.IsAsciiDigit(code[at]) && digit != code[at]))
                BookingCode.Parse(string.Concat(code.AsSpan(0, at), [digit], code.AsSpan(at + 1))).ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("J")]
    [InlineData("J-417")]
    [InlineData("26-00417-3")]
    [InlineData("J-04a7-3")]
    [InlineData("J-99999999999999999999999-1")]
    public void What_is_no_code_is_not_taken_for_one(string text) => BookingCode.Parse(text).ShouldBeNull();
}
