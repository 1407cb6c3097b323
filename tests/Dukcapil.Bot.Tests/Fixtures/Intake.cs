using System.Globalization;
using System.Text.RegularExpressions;

namespace Dukcapil.Bot.Tests.Fixtures;

/// <summary>An intake from the first word to the case number, the same for everyone but for the NIK.</summary>
public static partial class Intake
{
    private const string Photo = "(foto)";

    /// <summary>
    /// What resident number <paramref name="n"/> sends up to the list of papers; all NIK end alike, so that they are shown alike.
    /// </summary>
    public static string[] ToChecklist(int n) =>
        ["ktp saya hilang", "ya", "ya", "saya sendiri", "Budi Santoso", Nik(n), "3672012503199901", "hilang", "belum kawin"];

    /// <summary>Everything resident number <paramref name="n"/> sends.</summary>
    public static IReadOnlyList<string> Whole(int n) => [.. ToChecklist(n), Photo, "loket semua", "lanjut", "benar dan kirim"];

    /// <summary>A synthetic NIK: the day of birth tells residents apart.</summary>
    public static string Nik(int n) =>
        string.Create(CultureInfo.InvariantCulture, $"367201{1 + (n % 28):00}{1 + (n / 28 % 12):00}{70 + (n / 336 % 30):00}9901");

    /// <summary>Sends one line of a script.</summary>
    public static Task SayAsync(this SimulatedPhone phone, string line) => line == Photo ? phone.SendPhotosAsync() : phone.SendAsync(line);

    /// <summary>Sends a script line by line, each after the answer to the one before. Returns the answers.</summary>
    public static async Task<List<string>> PlayAsync(this SimulatedPhone phone, IEnumerable<string> script)
    {
        var answers = new List<string>();
        foreach (var line in script)
        {
            await phone.SayAsync(line);
            answers.Add((await phone.NextAsync()).Body);
        }

        return answers;
    }

    /// <summary>The case number in a text, or null.</summary>
    public static string? NumberIn(string text) => Number().Match(text) is { Success: true } match ? match.Value : null;

    /// <summary>A transcript with case numbers made alike.</summary>
    public static IEnumerable<string> Alike(IEnumerable<string> texts) =>
        texts.Select(text => Echo().Replace(Number().Replace(text, "NOMOR"), "ANGKA"));

    [GeneratedRegex(@"\d\d-\d{5,}-\d", RegexOptions.None, 1000)]
    private static partial Regex Number();

    // NIK and No. KK as the chat reads them back.
    [GeneratedRegex(@"\d{4} \d{4} \d{4} \d{4}", RegexOptions.None, 1000)]
    private static partial Regex Echo();
}
