namespace Dukcapil.Bot.Dialogs.Recognizers;

/// <summary>Marital status, as far as papers and duties depend on it.</summary>
public enum MaritalStatus
{
    /// <summary>Belum kawin.</summary>
    Never,

    /// <summary>Kawin, whether registered or not.</summary>
    Married,

    /// <summary>Cerai hidup or cerai mati.</summary>
    Formerly,

    /// <summary>Married now or formerly: "pernah kawin", a yes in a column that asks for no more.</summary>
    Ever,
}
