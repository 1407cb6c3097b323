using Dukcapil.Bot.Content;
using Dukcapil.Bot.Core.Content;

namespace Dukcapil.Bot.Core.Information.Topics;

/// <summary>A topic as somebody wants to publish it.</summary>
public sealed record TopicDraft
{
    /// <summary>Title, text, buttons and phrases.</summary>
    public required TopicDefinition Text { get; init; }

    /// <summary>The version that the page showed: if another was published since, nothing is.</summary>
    public required int SeenVersion { get; init; }

    /// <summary>Whether residents get it.</summary>
    public bool IsOn { get; init; } = true;

    /// <summary>A temporary notice; null for none.</summary>
    public TopicNotice? Notice { get; init; }

    /// <summary>The version it brings back; null when it was written anew.</summary>
    public int? RestoredFrom { get; init; }

    /// <summary>Everything that is wrong with it; empty when it can be published.</summary>
    /// <param name="today">The office's day.</param>
    public IEnumerable<TopicProblem> Problems(DateOnly today)
    {
        foreach (var problem in TopicRules.Problems(Text)) yield return problem;
        LocalizedText[] texts = Notice is null ? [Text.Title, Text.Body] : [Text.Title, Text.Body, Notice.Text];
        if (texts.Any(text => PublicText.HoldsPersonalNumber(text.Id) || PublicText.HoldsPersonalNumber(text.En)))
            yield return new("teks", PublicText.PersonalNumberProblem, "holds a personal number");
        if (Notice is null) yield break;
        if (Notice.Text.Id.Length == 0 || Notice.Text.En.Length == 0)
            yield return new(
                "pemberitahuan", "Isi pemberitahuan dalam kedua bahasa, atau kosongkan keduanya.", "the notice is empty in one language");
        if (Math.Max(Notice.Text.Id.Length, Notice.Text.En.Length) > LongestNotice)
            yield return new("pemberitahuan", $"Pemberitahuan paling panjang {LongestNotice} huruf.", "the notice is too long");
        if (Notice.Until < today) yield return new("sampai", "Hari terakhir pemberitahuan sudah lewat.", "the notice has ended");
    }

    /// <summary>Longest notice.</summary>
    public const int LongestNotice = 300;
}
