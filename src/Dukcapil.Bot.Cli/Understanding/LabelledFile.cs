using CsvHelper;
using Dukcapil.Bot.Dialogs.Understanding;

namespace Dukcapil.Bot.Cli.Understanding;

/// <summary>Messages in a CSV file in UTF-8 with the heading <c>text,intent,alur</c>; the last two may be missing.</summary>
internal static class LabelledFile
{
    /// <summary>Reads the messages.</summary>
    /// <exception cref="IOException">The file cannot be read, or has no column <c>text</c>.</exception>
    public static IReadOnlyList<Example> Read(string path)
    {
        using var csv = CsvReader.Create(File.ReadAllBytes(path), new CsvReaderOptions { HasHeader = false });
        if (!csv.Read()) throw new IOException($"{path} is empty.");
        var heading = Enumerable.Range(0, csv.FieldCount).Select(at => csv.GetString(at).Trim('\uFEFF', ' ')).ToList();
        var (text, intent, alur) = (heading.IndexOf("text"), heading.IndexOf("intent"), heading.IndexOf("alur"));
        if (text < 0) throw new IOException($"{path} has no column 'text'.");
        var messages = new List<Example>();
        while (csv.Read()) messages.Add(new Example(Cell(text), Cell(intent), Cell(alur)));
        return messages;

        string Cell(int at) => at >= 0 && at < csv.FieldCount ? csv.GetString(at) : "";
    }
}
