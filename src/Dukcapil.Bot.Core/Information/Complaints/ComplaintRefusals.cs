namespace Dukcapil.Bot.Core.Information.Complaints;

/// <summary>Why an operation on a complaint did nothing. The sentences are <c>penolakan.{code}</c>.</summary>
public static class ComplaintRefusals
{
    /// <summary>It has changed since the page showed it, or is not in a state for this.</summary>
    public const string Changed = "pengaduan-berubah";

    /// <summary>Only a head closes a complaint.</summary>
    public const string HeadCloses = "pengaduan-tutup-kepala";

    /// <summary>There is no such complaint for this officer.</summary>
    public const string Unknown = "pengaduan-tidak-ada";
}
