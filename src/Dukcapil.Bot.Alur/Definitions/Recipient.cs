namespace Dukcapil.Bot.Alur;

/// <summary>Who receives receipts and results.</summary>
public enum Recipient
{
    /// <summary>The resident.</summary>
    Penduduk,

    /// <summary>The sponsor (company or agent) of a foreign resident; <c>docs/aturan-kantor.md</c> "Foreigners".</summary>
    Sponsor,
}
