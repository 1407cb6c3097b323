using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Dukcapil.Bot.Core.Data;

/// <summary>
/// A routine of the database with its triggers, as the file <c>&lt;Feature&gt;/Sql/&lt;name&gt;.sql</c> defines it: always the current
/// definition, to be run again at any time (<c>create or replace</c>).
/// </summary>
public sealed partial record Routine(string Name, string Sql)
{
    private const string Folder = ".Sql.";

    private static readonly Lazy<IReadOnlyList<Routine>> Embedded = new(() =>
        [.. typeof(Routine).Assembly.GetManifestResourceNames().Where(name => name.Contains(Folder, StringComparison.Ordinal))
            .Select(name => new Routine(
                name[(name.LastIndexOf(Folder, StringComparison.Ordinal) + Folder.Length)..^".sql".Length], Read(name)))]);

    private static readonly Lazy<IReadOnlyList<Routine>> Ordered = new(() => InOrder(Embedded.Value));

    /// <summary>Every routine of this program, in order of dependence.</summary>
    public static IReadOnlyList<Routine> All => Ordered.Value;

    /// <summary>Hash of all of them. Every start asks for it, so that it takes no order.</summary>
    internal static string SetHash => HashOf(Embedded.Value);

    /// <summary>Tells whether the text is still the one that was installed (SHA-256, hexadecimal).</summary>
    public string Hash => Sha256(Sql);

    /// <summary>Hash of a whole set, by which a database knows it.</summary>
    public static string HashOf(IReadOnlyList<Routine> routines) =>
        Sha256(string.Concat(routines.OrderBy(routine => routine.Name, StringComparer.Ordinal)
            .Select(routine => routine.Name + routine.Hash)));

    /// <summary>The routines in order of dependence: what one names comes before it. SQL functions are checked when made.</summary>
    /// <exception cref="InvalidOperationException">Two routines name each other.</exception>
    public static IReadOnlyList<Routine> InOrder(IReadOnlyList<Routine> routines)
    {
        var byName = routines.OrderBy(routine => routine.Name, StringComparer.Ordinal).ToDictionary(routine => routine.Name);
        var ordered = new List<Routine>();
        var open = new HashSet<string>();
        foreach (var routine in byName.Values) Add(routine);
        return ordered;

        void Add(Routine routine)
        {
            if (ordered.Contains(routine)) return;
            if (!open.Add(routine.Name)) throw new InvalidOperationException($"{routine.Name} needs itself to be made first.");
            foreach (var word in Word().Matches(Comment().Replace(routine.Sql, "")).Select(match => match.Value).Distinct())
                if (word != routine.Name && byName.TryGetValue(word, out var needed)) Add(needed);
            ordered.Add(routine);
        }
    }

    /// <summary>The text of an embedded file.</summary>
    internal static string Read(string resource)
    {
        using var stream = typeof(Routine).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The embedded file {resource} is missing.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    [GeneratedRegex("[a-z_]+", RegexOptions.None, 1000)]
    private static partial Regex Word();

    [GeneratedRegex("--[^\n]*", RegexOptions.None, 1000)]
    private static partial Regex Comment();
}
