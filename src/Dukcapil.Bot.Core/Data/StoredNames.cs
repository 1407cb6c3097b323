using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Dukcapil.Bot.Core.Data;

/// <summary>
/// Members of an enum as text in the database: lower case, words joined by hyphens; <c>TaskTicked</c> is <c>task-ticked</c>. For
/// columns whose values are named so; others keep the member's own name (<c>HasConversion&lt;string&gt;</c>).
/// </summary>
public static class StoredNames
{
    /// <summary>A member as it is stored.</summary>
    public static string Stored<T>(this T member)
        where T : struct, Enum => Names<T>.Of[member];

    /// <summary>The member of a stored name. Throws where there is none.</summary>
    public static T Parse<T>(string stored)
        where T : struct, Enum => Names<T>.Members[stored];

    /// <summary>Stores a property by these names.</summary>
    internal static PropertyBuilder<T> HasStoredNames<T>(this PropertyBuilder<T> property)
        where T : struct, Enum => property.HasConversion(member => member.Stored(), stored => Parse<T>(stored));

    /// <summary>Stores a property that may be empty by these names.</summary>
    internal static PropertyBuilder<T?> HasStoredNames<T>(this PropertyBuilder<T?> property)
        where T : struct, Enum =>
        property.HasConversion(new ValueConverter<T, string>(member => member.Stored(), stored => Parse<T>(stored)));

    private static class Names<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<T, string> Of =
            Enum.GetValues<T>().ToDictionary(member => member, member => SnakeCase.Of(member.ToString()).Replace('_', '-'));

        public static readonly Dictionary<string, T> Members = Of.ToDictionary(name => name.Value, name => name.Key, StringComparer.Ordinal);
    }
}
