namespace Dukcapil.Bot.Alur;

/// <summary>Who receives receipts and results.</summary>
public enum Recipient
{
    /// <summary>The resident.</summary>
    Penduduk,

    /// <summary>The sponsor (company or agent) of a foreign resident; <c>domain.md</c> §6.</summary>
    Sponsor,
}
