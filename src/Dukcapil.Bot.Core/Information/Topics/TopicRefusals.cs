namespace Dukcapil.Bot.Core.Information.Topics;

/// <summary>Why a topic was not published. The sentences are <c>penolakan.{code}</c>.</summary>
public static class TopicRefusals
{
    /// <summary>Somebody else has published a version since the page showed it.</summary>
    public const string Changed = "topik-berubah";

    /// <summary>Something in it must not stand.</summary>
    public const string Unsound = "topik-belum-benar";
}
