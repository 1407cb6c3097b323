using System.Globalization;

namespace Dukcapil.Bot.Load.Residents;

/// <summary>A made-up person with a number, NIK and family card of their own. Says one thing at a time and waits for its answer.</summary>
internal sealed class Resident(long number)
{
    private const int SequencesADay = 100;
    private static readonly DateOnly FirstBirthday = new(1960, 1, 1);
    private const int Birthdays = 365 * 40;
    private const int Districts = 8;

    public string Address { get; } = string.Create(CultureInfo.InvariantCulture, $"whatsapp:+62895{number:D8}");

    /// <summary>Sequence 99xx, which the registry never gives out.</summary>
    public string Nik { get; } = Identity(number);

    public string FamilyCard { get; } = Identity(number);

    /// <summary>The turn that waits for its answer.</summary>
    public TurnTimes? Waiting { get; set; }

    public int Step { get; set; }

    public bool IsDone => Step == IntakeScript.Length;

    private static string Identity(long number)
    {
        var day = FirstBirthday.AddDays((int)(number / SequencesADay % Birthdays));
        var district = number / SequencesADay / Birthdays % Districts + 1;
        return string.Create(CultureInfo.InvariantCulture, $"3672{district:D2}{day:ddMMyy}99{number % SequencesADay:D2}");
    }
}
