using System.Globalization;
using Dukcapil.Bot.Core.Reminders.Register;

namespace Dukcapil.Bot.Web.Pages.Reminders.Register;

/// <summary>Words of the pages for the register of people not yet recorded.</summary>
public static class RegisterWords
{
    private static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id-ID");

    /// <summary>Where a person stands.</summary>
    public static string Status(PersonStatus status) => status switch
    {
        PersonStatus.Unrecorded => "Belum perekaman",
        PersonStatus.Recorded => "Sudah perekaman",
        PersonStatus.Died => "Meninggal",
        _ => "Pindah",
    };

    /// <summary>The colour that goes with it, as a Tabler class.</summary>
    public static string Colour(PersonStatus status) => status switch
    {
        PersonStatus.Unrecorded => "bg-yellow-lt",
        PersonStatus.Recorded => "bg-green-lt",
        _ => "bg-secondary-lt",
    };

    /// <summary>What is known of a number.</summary>
    public static string Phone(PhoneStatus status) => status switch
    {
        PhoneStatus.Good => "nomor benar",
        PhoneStatus.Wrong => "nomor salah",
        PhoneStatus.NotMine => "bukan orang ini",
        _ => "belum diketahui benar tidaknya",
    };

    /// <summary>Who made a change.</summary>
    public static string Actor(PersonEvent entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.ActorKind switch
        {
            "import" => "daftar kantor",
            "resident" => "warga",
            "staff" => entry.By ?? "petugas",
            _ => "sistem",
        };
    }

    /// <summary>What happened.</summary>
    public static string Event(PersonEvent entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.What switch
        {
            "added" => "Dicatat di daftar",
            "phone" => "Nomor telepon diganti",
            "status" => $"{Status(RegisterTerms.ParseStatus(entry.Before!))} → {Status(RegisterTerms.ParseStatus(entry.After!))}",
            _ => $"Nomor telepon: {Phone(RegisterTerms.ParsePhoneStatus(entry.After!))}",
        };
    }

    /// <summary>An age group of people who are due.</summary>
    public static string Ages(AgeGroupStatistics group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return group switch
        {
            { From: null } => $"belum {DueRule.Age} tahun",
            { To: null } => $"{group.From} tahun ke atas",
            _ when group.From == group.To => $"{group.From} tahun",
            _ => $"{group.From}–{group.To} tahun",
        };
    }

    /// <summary>A count as people read it: <c>12.345</c>.</summary>
    public static string Count(long count) => count.ToString("N0", Indonesian);
}
