using System.Security.Cryptography;
using System.Text;
using Dukcapil.Bot.Content;

namespace Dukcapil.Bot.Alur;

/// <summary>Parses one alur file. It validates the form; <see cref="AlurChecker"/> validates the content.</summary>
public static class AlurReader
{
    /// <summary>
    /// Reads one file. Returns null, with every problem added, when a key is missing, unknown or holds the wrong kind of value.
    /// </summary>
    public static AlurSource? Read(string path, string text, List<ContentProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(problems);
        var before = problems.Count;
        if (ContentFile.Parse(path, text, problems) is not { } root) return null;
        var lines = new AlurLines();
        var definition = Definition(root, VersionOf(text), new AlurSections(lines));
        root.RefuseUnknownKeys();
        return problems.Count == before ? new AlurSource(path, text, definition, lines) : null;
    }

    /// <summary>Reads a version that was stored when a case was started. It was checked then and is not checked again.</summary>
    /// <exception cref="ContentException">The text does not have the form of an alur: it was damaged in the store.</exception>
    public static AlurDefinition ReadStored(string text)
    {
        List<ContentProblem> problems = [];
        return Read("alur", text, problems)?.Definition ?? throw new ContentException(problems);
    }

    /// <summary>The version of a file's text: its SHA-256 in lower-case hex.</summary>
    public static string VersionOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static AlurDefinition Definition(YamlMap root, string version, AlurSections sections) =>
        new()
        {
            Id = root.Text("alur"),
            Version = version,
            Order = AlurSections.Order(root),
            Title = sections.Text(root, "judul"),
            Summary = sections.Text(root, "ringkasan"),
            Heading = AlurSections.Required(root, "naskah", root.Texts("naskah")),
            Prints = AlurSections.Required(root, "mencetak", root.Texts("mencetak")),
            Recipient = root.Term("penerima", AlurTerms.Recipients),
            Identity = AlurSections.Required(root, "data", root.Terms("data", AlurTerms.Identity)),
            Questions = sections.Each(root, "pertanyaan", sections.Question),
            BerkasHeading = AlurSections.Words(root, "naskah-berkas"),
            Berkas = AlurSections.Required(root, "berkas", sections.Each(root, "berkas", sections.Paper)),
            ResidentActions = sections.Each(root, "tindakan", sections.Action),
            Deadline = AlurSections.Deadline(root),
            Steps = AlurSections.Required(root, "langkah", sections.Each(root, "langkah", sections.Step)),
            Notes = sections.Each(root, "catatan", sections.Note),
        };
}
