namespace Dukcapil.Bot.Alur;

/// <summary>An alur together with the file it was read from, so that problems found later can name a line.</summary>
public sealed class AlurSource
{
    private readonly AlurLines _lines;

    internal AlurSource(string path, string text, AlurDefinition definition, AlurLines lines)
    {
        Path = path;
        Text = text;
        Definition = definition;
        _lines = lines;
    }

    /// <summary>Path relative to the content folder, with forward slashes.</summary>
    public string Path { get; }

    /// <summary>
    /// The file's text as read. Stored beside <see cref="AlurDefinition.Version"/>, it lets a case finish under the version it
    /// was started under: see <see cref="AlurReader.ReadStored"/>.
    /// </summary>
    public string Text { get; }

    /// <summary>The alur.</summary>
    public AlurDefinition Definition { get; }

    /// <summary>Line (from 1) where a part of <see cref="Definition"/> stands; 1 for what has no place of its own.</summary>
    public int LineOf(object part) => _lines.Of(part);
}
