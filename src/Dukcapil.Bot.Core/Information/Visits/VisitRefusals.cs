namespace Dukcapil.Bot.Core.Information.Visits;

/// <summary>Why an edit of visits did nothing. The sentences are <c>penolakan.{code}</c>.</summary>
public static class VisitRefusals
{
    /// <summary>Somebody else has changed it since the page showed it.</summary>
    public const string Changed = "jadwal-keliling-berubah";

    /// <summary>A visit of the same kelurahan, kind, day and beginning stands already.</summary>
    public const string Taken = "jadwal-keliling-ganda";
}
