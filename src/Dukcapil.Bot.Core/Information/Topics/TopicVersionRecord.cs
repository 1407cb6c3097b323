using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dukcapil.Bot.Core.Information.Topics;

/// <summary>
/// One version of a topic as somebody published it. The host can only add: the newest counts, the older ones can be published anew.
/// </summary>
public sealed class TopicVersionRecord
{
    /// <summary>Key.</summary>
    public long Id { get; init; }

    /// <summary>The topic.</summary>
    public required string Topic { get; init; }

    /// <summary>1 for the first; unique for each topic, so that of two editors at once only one publishes.</summary>
    public required int Version { get; init; }

    /// <summary>When it was published.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>By whom.</summary>
    public required Guid MadeBy { get; init; }

    /// <summary>Title in Indonesian.</summary>
    public required string TitleId { get; init; }

    /// <summary>Title in English.</summary>
    public required string TitleEn { get; init; }

    /// <summary>Text in Indonesian.</summary>
    public required string BodyId { get; init; }

    /// <summary>Text in English.</summary>
    public required string BodyEn { get; init; }

    /// <summary>What can be done next.</summary>
    public required List<string> Buttons { get; init; }

    /// <summary>What residents may write to get it.</summary>
    public required List<string> Phrases { get; init; }

    /// <summary>Whether residents get it.</summary>
    public required bool IsOn { get; init; }

    /// <summary>A temporary notice above the text, in Indonesian; null for none.</summary>
    public string? NoticeId { get; init; }

    /// <summary>The notice in English; null for none.</summary>
    public string? NoticeEn { get; init; }

    /// <summary>The last day of the notice; null for none.</summary>
    public DateOnly? NoticeUntil { get; init; }

    /// <summary>The version it brings back, 0 for the text of the file; null when it was written anew.</summary>
    public int? RestoredFrom { get; init; }
}

internal sealed class TopicVersionMapping : IEntityTypeConfiguration<TopicVersionRecord>
{
    public void Configure(EntityTypeBuilder<TopicVersionRecord> entity) => entity.ToTable("topic_versions");
}
