using Dukcapil.Bot.Content;

namespace Dukcapil.Bot.Core.Content;

/// <summary>A topic of information that residents can ask about (<c>topik/*.yaml</c>). What staff publish takes its place.</summary>
public sealed record TopicDefinition
{
    /// <summary>Its name, as the file and as <c>niat.yaml</c> call it.</summary>
    public required string Id { get; init; }

    /// <summary>Its place in lists, the smallest first.</summary>
    public required int Order { get; init; }

    /// <summary>Its title, as it stands in lists.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>What is answered.</summary>
    public required LocalizedText Body { get; init; }

    /// <summary>What can be done next: some of <see cref="TopicRules.Buttons"/>, in order.</summary>
    public IReadOnlyList<string> Buttons { get; init; } = [];

    /// <summary>What residents may write to get it, besides what <c>niat.yaml</c> knows.</summary>
    public IReadOnlyList<string> Phrases { get; init; } = [];

    /// <summary>Reads a file; every fault is added to its problems, and what can be used is used.</summary>
    public static TopicDefinition Read(YamlMap file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var topic = new TopicDefinition
        {
            Id = file.Text("topik"),
            Order = file.OptionalNumber("urutan") ?? int.MaxValue,
            Title = file.Localized("judul"),
            Body = file.Localized("teks"),
            Buttons = file.Texts("tombol"),
            Phrases = file.Texts("frasa"),
        };
        file.RefuseUnknownKeys();
        foreach (var problem in TopicRules.Problems(topic)) file.Report(problem.Field, problem.InEnglish);
        return topic;
    }
}
