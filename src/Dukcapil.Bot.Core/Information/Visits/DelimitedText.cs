using System.Text;

namespace Dukcapil.Bot.Core.Information.Visits;

/// <summary>
/// Reads small delimited text as spreadsheets write it (RFC 4180): cells in quotes may hold the delimiter, line breaks and doubled quotes.
/// The delimiter is whichever of semicolon, tab and comma the first line holds most.
/// </summary>
internal static class DelimitedText
{
    private static readonly char[] Delimiters = [';', '\t', ','];

    /// <summary>The records with the line each begins at, from 1; lines without any text are passed over.</summary>
    public static IEnumerable<(int Line, IReadOnlyList<string> Cells)> Read(string text)
    {
        var delimiter = Delimiters.MaxBy(candidate => text.AsSpan(0, FirstLine(text)).Count(candidate));
        var (cells, cell, isQuoted, line, begun) = (new List<string>(), new StringBuilder(), false, 1, 1);
        for (var at = 0; at <= text.Length; at++)
        {
            var letter = at < text.Length ? text[at] : '\n';
            if (letter == '\n') line++;
            if (isQuoted && at < text.Length)
            {
                if (letter != '"') cell.Append(letter);
                else if (at + 1 < text.Length && text[at + 1] == '"') cell.Append(text[at++]);
                else isQuoted = false;
            }
            else if (letter == '"' && string.IsNullOrWhiteSpace(cell.ToString()))
            {
                (isQuoted, _) = (true, cell.Clear());
            }
            else if (letter == delimiter || letter == '\n')
            {
                cells.Add(cell.ToString().Trim());
                cell.Clear();
                if (letter != '\n') continue;
                if (cells.Exists(one => one.Length > 0)) yield return (begun, cells);
                (cells, begun) = ([], line);
            }
            else
            {
                cell.Append(letter);
            }
        }
    }

    private static int FirstLine(string text) => text.IndexOf('\n', StringComparison.Ordinal) is var end && end < 0 ? text.Length : end;
}
