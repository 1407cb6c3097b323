using System.Globalization;

namespace Dukcapil.Bot.Tests.Journeys;

/// <summary>Somebody a document is for, with numbers nobody else has.</summary>
internal sealed record Person(string Name, string Nik, string FamilyCard, DateOnly BirthDate)
{
    private static int _people;

    /// <summary>The NIK as residents and staff see it.</summary>
    public string MaskedNik => $"{Nik[..6]}********{Nik[^2..]}";

    /// <summary>The birth date as a resident types it.</summary>
    public string TypedBirthDate => BirthDate.ToString("dd-MM-yyyy", CultureInfo.InvariantCulture);

    /// <summary>Makes a person.</summary>
    public static Person New(string name = "Budi Santoso")
    {
        var number = Interlocked.Increment(ref _people);
        var birth = new DateOnly(1971, 1, 1).AddDays(number);
        var sequence = 9900 + number % 100;
        return new Person(
            name,
            string.Create(CultureInfo.InvariantCulture, $"367201{birth:ddMMyy}{sequence}"),
            string.Create(CultureInfo.InvariantCulture, $"367201{birth:ddMM}19{sequence}"),
            birth);
    }
}
