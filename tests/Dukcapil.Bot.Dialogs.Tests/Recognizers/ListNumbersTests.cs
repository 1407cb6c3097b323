using Dukcapil.Bot.Dialogs.Recognizers;

namespace Dukcapil.Bot.Dialogs.Tests.Recognizers;

/// <summary>Numbers of forms, dates, amounts and counts are no positions of a list.</summary>
public sealed class ListNumbersTests
{
    [Theory]
    [InlineData("2", "2")]
    [InlineData("no 3", "3")]
    [InlineData("nomor 2 dan 3", "2,3")]
    [InlineData("1,3", "1,3")]
    [InlineData("1, 3", "1,3")]
    [InlineData("2 & 4", "2,4")]
    [InlineData("2.", "2")]
    [InlineData("buat nomor 12", "12")]
    [InlineData("no 2 loket aja, no 3 jg", "2,3")]
    [InlineData("Formulir F-1.02", "")]
    [InlineData("F1.02", "")]
    [InlineData("form 1", "")]
    [InlineData("f 1 02", "")]
    [InlineData("foto 7 desember", "")]
    [InlineData("tgl 2", "")]
    [InlineData("2/12/2025", "")]
    [InlineData("tahun 2", "")]
    [InlineData("rp 2", "")]
    [InlineData("2 ribu", "")]
    [InlineData("2rb", "")]
    [InlineData("2 lembar", "")]
    [InlineData("jam 3", "")]
    [InlineData("08.15", "")]
    [InlineData("rt 2 rw 3", "")]
    [InlineData("anak umur 2 tahun", "")]
    [InlineData("3672014107909901", "")]
    [InlineData("kk lama", "")]
    public void Only_numbers_of_the_list_are_read(string text, string numbers) => string.Join(',', ListNumbers.In(text)).ShouldBe(numbers);
}
