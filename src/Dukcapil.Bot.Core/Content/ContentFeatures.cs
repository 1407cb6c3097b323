using Microsoft.Extensions.Configuration;

namespace Dukcapil.Bot.Core.Content;

/// <summary>What the office switched on in the content. Everything is off by default.</summary>
/// <param name="Notes">Notes on today's rules to show, each as <c>{alur}:{note}</c>.</param>
public sealed record ContentFeatures(IReadOnlySet<string> Notes)
{
    /// <summary>Nothing switched on: the procedures exactly as the office wrote them.</summary>
    public static ContentFeatures None { get; } = new(new HashSet<string>(StringComparer.OrdinalIgnoreCase));

    /// <summary>Reads <c>Features:Notes:{alur}:{note}</c>; a note is on when its value is <c>true</c>.</summary>
    /// <exception cref="InvalidOperationException">A value is neither true nor false.</exception>
    public static ContentFeatures From(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var notes = from alur in configuration.GetSection("Features:Notes").GetChildren()
                    from note in alur.GetChildren()
                    where note.Get<bool>()
                    select $"{alur.Key}:{note.Key}";
        return new ContentFeatures(notes.ToHashSet(StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>Whether the office shows this note.</summary>
    public bool Shows(string alur, string note) => Notes.Contains($"{alur}:{note}");
}
