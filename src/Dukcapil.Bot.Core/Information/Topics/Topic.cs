using Dukcapil.Bot.Content;
using Dukcapil.Bot.Core.Content;

namespace Dukcapil.Bot.Core.Information.Topics;

/// <summary>The topic in force: the version published last, or the text of the file.</summary>
/// <param name="Text">Title, text, buttons and phrases.</param>
/// <param name="Version">The version, 0 for the text of the file.</param>
public sealed record Topic(TopicDefinition Text, int Version)
{
    /// <summary>Whether residents get it.</summary>
    public bool IsOn { get; init; } = true;

    /// <summary>A temporary notice above the text; null for none.</summary>
    public TopicNotice? Notice { get; init; }

    /// <summary>The topic of a stored version.</summary>
    /// <param name="record">The version.</param>
    /// <param name="order">Its place in lists.</param>
    public static Topic Of(TopicVersionRecord record, int order) => new(
        new TopicDefinition
        {
            Id = record.Topic,
            Order = order,
            Title = new LocalizedText(record.TitleId, record.TitleEn),
            Body = new LocalizedText(record.BodyId, record.BodyEn),
            Buttons = record.Buttons,
            Phrases = record.Phrases,
        },
        record.Version)
    {
        IsOn = record.IsOn,
        Notice = record is { NoticeId: { } id, NoticeEn: { } en, NoticeUntil: { } until }
            ? new TopicNotice(new LocalizedText(id, en), until)
            : null,
    };
}

/// <summary>A temporary notice, such as a printing delay.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Until">Its last day.</param>
public sealed record TopicNotice(LocalizedText Text, DateOnly Until);
