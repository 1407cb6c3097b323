using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dukcapil.Bot.Core.Data;

/// <summary>Maps a dictionary of texts to one <c>jsonb</c> column.</summary>
internal static class JsonTexts
{
    public static PropertyBuilder<Dictionary<string, string>> IsJsonTexts(this PropertyBuilder<Dictionary<string, string>> property)
    {
        property.HasColumnType("jsonb").HasConversion(value => Write(value), json => Read(json), Comparer);
        return property;
    }

    public static PropertyBuilder<Dictionary<string, string>?> IsOptionalJsonTexts(
        this PropertyBuilder<Dictionary<string, string>?> property)
    {
        property.HasColumnType("jsonb").HasConversion(value => Write(value!), json => Read(json), Comparer);
        return property;
    }

    private static ValueComparer<Dictionary<string, string>> Comparer { get; } = new(
        (left, right) => left == null ? right == null : right != null && Write(left) == Write(right),
        value => Write(value).GetHashCode(StringComparison.Ordinal),
        value => new Dictionary<string, string>(value));

    private static string Write(Dictionary<string, string> value) => JsonSerializer.Serialize(value);

    private static Dictionary<string, string> Read(string json) => JsonSerializer.Deserialize<Dictionary<string, string>>(json)!;
}
