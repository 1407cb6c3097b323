using Npgsql;

namespace Dukcapil.Bot.Core.Conversations.Turns;

/// <summary>One array parameter with a value of each row, for statements that take a whole batch.</summary>
internal static class NpgsqlColumn
{
    public static NpgsqlParameter<T[]> Of<TRow, T>(IReadOnlyList<TRow> rows, Func<TRow, T> value)
    {
        var column = new T[rows.Count];
        for (var at = 0; at < column.Length; at++) column[at] = value(rows[at]);
        return new() { TypedValue = column };
    }
}
