namespace Dukcapil.Bot.Content;

/// <summary>A language that residents may choose. Indonesian is the default and must always be present.</summary>
public enum Language
{
    /// <summary>Bahasa Indonesia (<c>id</c>).</summary>
    Id,

    /// <summary>English (<c>en</c>).</summary>
    En,
}
