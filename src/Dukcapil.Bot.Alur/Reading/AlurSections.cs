using Dukcapil.Bot.Content;

namespace Dukcapil.Bot.Alur;

/// <summary>Reads the parts of an alur file and notes the line of each.</summary>
internal sealed class AlurSections(AlurLines lines)
{
    internal static int Order(YamlMap root)
    {
        if (!root.Has("urutan")) root.Report("'urutan' is missing");
        return root.OptionalNumber("urutan") ?? 0;
    }

    /// <summary>Reports a list that must not be empty.</summary>
    internal static IReadOnlyList<T> Required<T>(YamlMap map, string key, IReadOnlyList<T> list)
    {
        if (!map.Has(key)) map.Report($"'{key}' is missing");
        else if (list.Count == 0) map.Report(key, $"'{key}' must not be empty");
        return list;
    }

    /// <summary>A required single value; an empty one is reported too.</summary>
    internal static string Words(YamlMap map, string key)
    {
        var words = map.Text(key);
        if (map.IsText(key) && string.IsNullOrWhiteSpace(words)) map.Report(key, $"'{key}' must not be empty");
        return words;
    }

    internal AlurQuestion Question(YamlMap map) => new(
        map.Text("id"),
        Text(map, "tanya"),
        Required(
            map,
            "pilihan",
            Each(map, "pilihan", option => new AlurOption(option.Text("id"), Text(option, "judul")) { Words = option.Texts("kata") })),
        When(map))
    {
        ReadAs = ReadAs(map),
    };

    private static string? ReadAs(YamlMap map)
    {
        var read = map.OptionalText("dibaca");
        if (read is not (null or AlurQuestion.MaritalStatus)) map.Report("dibaca", $"'dibaca' must be {AlurQuestion.MaritalStatus}");
        return read;
    }

    internal BerkasItem Paper(YamlMap map) => new(
        map.Text("id"),
        Text(map, "judul"),
        map.Term("bentuk", AlurTerms.Forms),
        When(map),
        Words(map, "naskah"),
        OptionalText(map, "petunjuk"))
    {
        Photos = Math.Max(1, map.OptionalNumber("foto") ?? 1),
    };

    internal ResidentAction Action(YamlMap map) => new(Words(map, "naskah"), Text(map, "judul"));

    internal Langkah Step(YamlMap map) => new(
        map.Text("id"),
        Words(map, "naskah"),
        map.Term("peran", AlurTerms.Roles),
        Words(map, "judul"),
        Required(map, "tugas", Each(map, "tugas", Task)),
        map.Flag("periksa-berkas"),
        StepDeadline(map),
        OptionalText(map, "mulai"),
        Text(map, "selesai"))
    {
        InPersonWhen = InPerson(map),
    };

    internal AlurNote Note(YamlMap map) => new(map.Text("id"), Text(map, "teks"), Words(map, "dasar"));

    /// <summary>The deadline of the whole case, if any.</summary>
    internal static AlurDeadline? Deadline(YamlMap root)
    {
        if (root.Map("tenggat") is not { } map) return null;
        var deadline = new AlurDeadline(Hours(map), map.Flag("janji"));
        map.RefuseUnknownKeys();
        return deadline;
    }

    private static int? StepDeadline(YamlMap step)
    {
        if (step.Map("tenggat") is not { } map) return null;
        var hours = Hours(map);
        map.RefuseUnknownKeys();
        return hours;
    }

    private static int Hours(YamlMap map)
    {
        if (!map.Has("jam")) map.Report("'jam' is missing");
        return map.OptionalNumber("jam") ?? 0;
    }

    /// <summary>Reads a list of mappings; a key that the part does not know is reported.</summary>
    internal IReadOnlyList<T> Each<T>(YamlMap parent, string key, Func<YamlMap, T> read) where T : notnull
    {
        List<T> parts = [];
        foreach (var map in parent.Maps(key))
        {
            parts.Add(lines.Note(map.Line, read(map)));
            map.RefuseUnknownKeys();
        }

        return parts;
    }

    internal LocalizedText Text(YamlMap map, string key) => lines.Note(map.LineOf(key), map.Localized(key));

    private static Tugas Task(YamlMap map) => new(map.Text("id"), Words(map, "naskah"), map.Term("jenis", AlurTerms.Kinds));

    private LocalizedText? OptionalText(YamlMap map, string key) =>
        map.OptionalLocalized(key) is { } text ? lines.Note(map.LineOf(key), text) : null;

    private Condition When(YamlMap map) => When(map, "jika");

    private Condition When(YamlMap map, string key)
    {
        var condition = map.Condition(key);
        return condition.IsAlways ? condition : lines.Note(map.LineOf(key), condition);
    }

    private Condition? InPerson(YamlMap map)
    {
        if (map.Flag("perlu-hadir")) return Condition.Always;
        return map.Has("perlu-hadir-jika") ? When(map, "perlu-hadir-jika") : null;
    }
}
