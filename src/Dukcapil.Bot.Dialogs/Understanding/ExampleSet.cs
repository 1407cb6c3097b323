using System.Security.Cryptography;
using System.Text;
using Dukcapil.Bot.Content;

namespace Dukcapil.Bot.Dialogs.Understanding;

/// <summary>A message as somebody wrote it, and what it was about.</summary>
/// <param name="Text">As typed.</param>
/// <param name="Intent">Its intent.</param>
/// <param name="Alur">Its alur; empty when undecided, or when its intent carries none.</param>
public sealed record Example(string Text, string Intent, string Alur);

/// <summary>The examples of <c>understanding/*.yaml</c>: a file for each intent, or for each intent and alur.</summary>
/// <param name="All">Every example, in the order of files and lines.</param>
public sealed record ExampleSet(IReadOnlyList<Example> All)
{
    /// <summary>Folder below the content folder.</summary>
    public const string Folder = "understanding";

    /// <summary>Reads the files; every fault is added to the problems with its line, an example of two files among them.</summary>
    /// <param name="files">The files of the folder.</param>
    /// <param name="catalogue">Which intents there are, and which of them carry an alur.</param>
    public static ExampleSet Read(IEnumerable<YamlMap> files, IntentCatalogueNames catalogue)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(catalogue);
        var all = new Dictionary<string, Example>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in files)
        {
            var (intent, alur) = (file.Text("niat"), file.OptionalText("alur") ?? "");
            if (!catalogue.Intents.Contains(intent)) file.Report("niat", $"'{intent}' is no intent of niat.yaml");
            if (alur.Length > 0 && !catalogue.Alur.Contains(alur)) file.Report("alur", $"'{alur}' is no alur of niat.yaml");
            if (alur.Length > 0 && !catalogue.WithAlur.Contains(intent)) file.Report("alur", $"'{intent}' carries no alur");
            foreach (var text in file.Texts("contoh").Where(text => !all.TryAdd(text.Trim(), new Example(text.Trim(), intent, alur))))
                if (all[text.Trim()] is var other && (other.Intent, other.Alur) != (intent, alur))
                    file.Report("contoh", $"'{text}' is an example of {other.Intent} too");
            file.RefuseUnknownKeys();
        }

        return new ExampleSet([.. all.Values]);
    }

    /// <summary>Tells whether a model was learned from these examples and this lexicon.</summary>
    /// <param name="answers">Examples of answers to questions.</param>
    /// <param name="lexicon">Text of <c>niat.yaml</c>: its concepts are features.</param>
    public string Fingerprint(AnswerExamples answers, string lexicon)
    {
        ArgumentNullException.ThrowIfNull(answers);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var example in All) hash.AppendData(Encoding.UTF8.GetBytes($"{example.Intent}\n{example.Alur}\n{example.Text}\n"));
        answers.AddTo(hash);
        hash.AppendData(Encoding.UTF8.GetBytes(lexicon));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

/// <summary>The names that examples may use.</summary>
/// <param name="Intents">Intents.</param>
/// <param name="Alur">Alur.</param>
/// <param name="WithAlur">Intents that carry an alur.</param>
public sealed record IntentCatalogueNames(IReadOnlySet<string> Intents, IReadOnlySet<string> Alur, IReadOnlySet<string> WithAlur);
