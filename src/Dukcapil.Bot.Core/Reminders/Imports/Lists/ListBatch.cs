namespace Dukcapil.Bot.Core.Reminders.Imports.Lists;

/// <summary>Rows on their way from the file to the database.</summary>
internal sealed class ListBatch
{
    /// <summary>Rows in a batch: large enough for cheap commits, small in memory.</summary>
    public const int Size = 2_000;

    /// <summary>Rows taken.</summary>
    public List<ListRow> People { get; } = new(Size);

    /// <summary>Rows not taken.</summary>
    public List<ListRejection> Rejections { get; } = [];

    /// <summary>Whether it is time to send it on.</summary>
    public bool IsFull => People.Count + Rejections.Count >= Size;
}
