namespace Dukcapil.Bot.Core.Reminders.Imports.Lists;

/// <summary>Rows on their way from the file to the database.</summary>
internal sealed class ListBatch
{
    /// <summary>Rows in a batch: enough that a commit each costs little, few enough to be nothing in memory.</summary>
    public const int Size = 2_000;

    /// <summary>Rows taken.</summary>
    public List<ListRow> People { get; } = new(Size);

    /// <summary>Rows not taken.</summary>
    public List<ListRejection> Rejections { get; } = [];

    /// <summary>Whether it is time to send it on.</summary>
    public bool IsFull => People.Count + Rejections.Count >= Size;
}
