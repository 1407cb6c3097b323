using System.Collections.Frozen;
using System.Globalization;
using Dukcapil.Bot.Content;

namespace Dukcapil.Bot.Core.Messaging.Provider;

/// <summary>
/// What each failure code means and asks for. Kept as data (<c>dialogs/kode-twilio.yaml</c>) because the provider changes its codes; a
/// code that is not listed gets the file's default.
/// </summary>
public sealed class FailureCatalogue
{
    private readonly FrozenDictionary<int, FailureEntry> _entries;
    private readonly FailureEntry _default;

    private FailureCatalogue(FailureEntry fallback, Dictionary<int, FailureEntry> entries)
    {
        _default = fallback;
        _entries = entries.ToFrozenDictionary();
    }

    /// <summary>The listed codes in rising order.</summary>
    public IEnumerable<FailureEntry> Entries => _entries.Values.OrderBy(entry => entry.Code);

    /// <summary>The entry of a code; the default, carrying that code, when it is not listed.</summary>
    public FailureEntry For(int code) => _entries.TryGetValue(code, out var entry) ? entry : _default with { Code = code };

    /// <summary>Reads the file. Throws <see cref="ContentException"/> with every problem found.</summary>
    public static FailureCatalogue Load(string path) => Parse(Path.GetFileName(path), File.ReadAllText(path));

    /// <summary>Reads the file's text. Throws <see cref="ContentException"/> with every problem found.</summary>
    public static FailureCatalogue Parse(string path, string yaml)
    {
        var problems = new List<ContentProblem>();
        var entries = new Dictionary<int, FailureEntry>();
        var fallback = new FailureEntry(0, FailureClass.Never, "");
        if (ContentFile.Parse(path, yaml, problems) is { } root)
        {
            if (root.Map("bawaan") is { } standard) fallback = ReadEntry(standard, 0);
            else root.Report("'bawaan' is missing");
            if (root.Map("kode") is { } codes) ReadCodes(codes, entries);
            else root.Report("'kode' is missing");
            root.RefuseUnknownKeys();
        }

        return problems.Count == 0 ? new FailureCatalogue(fallback, entries) : throw new ContentException(problems);
    }

    private static void ReadCodes(YamlMap codes, Dictionary<int, FailureEntry> entries)
    {
        foreach (var key in codes.Keys)
        {
            if (!int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var code)) codes.Report(key, $"'{key}' is no code");
            else if (codes.Map(key) is { } entry) entries[code] = ReadEntry(entry, code);
        }
    }

    private static FailureEntry ReadEntry(YamlMap map, int code)
    {
        var word = map.Text("kelas");
        FailureClass? found = word switch
        {
            "retry-soon" => FailureClass.RetrySoon,
            "retry-hours" => FailureClass.RetryHours,
            "never" => FailureClass.Never,
            "alarm" => FailureClass.Alarm,
            _ => null,
        };
        if (found is null) map.Report("kelas", "'kelas' must be retry-soon, retry-hours, never or alarm");
        var entry = new FailureEntry(code, found ?? FailureClass.Never, map.Text("arti"));
        if (Positive(map, "coba") is { } tries) entry = entry with { MostTries = tries };
        if (Positive(map, "jam") is { } hours) entry = entry with { Pause = TimeSpan.FromHours(hours) };
        if (map.Has("jam") && entry.Class != FailureClass.RetryHours) map.Report("jam", "'jam' goes with retry-hours only");
        if (map.Has("coba") && !entry.IsRepeated) map.Report("coba", "'coba' goes with retry-soon and retry-hours only");
        if (map.Has("penerima")) entry = entry with { Recipient = Recipient(map, entry) };
        map.RefuseUnknownKeys();
        return entry;
    }

    private static string? Recipient(YamlMap map, FailureEntry entry)
    {
        if (entry.Class != FailureClass.Never) map.Report("penerima", "'penerima' goes with never only");
        string? found = map.Text("penerima") switch
        {
            "berhenti" => "opted-out",
            "memblokir" => "blocked",
            "tanpa-whatsapp" => "no-whatsapp",
            _ => null,
        };
        if (found is null) map.Report("penerima", "'penerima' must be berhenti, memblokir or tanpa-whatsapp");
        return found;
    }

    private static int? Positive(YamlMap map, string key)
    {
        if (map.OptionalNumber(key) is not { } number) return null;
        if (number < 1) map.Report(key, $"'{key}' must be at least 1");
        return number;
    }
}
