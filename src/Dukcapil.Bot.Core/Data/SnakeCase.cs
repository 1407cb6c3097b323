using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Dukcapil.Bot.Core.Data;

/// <summary>Column names as PostgreSQL people write them: <c>SubjectName</c> is <c>subject_name</c>.</summary>
internal static class SnakeCase
{
    public static void Apply(IMutableModel model)
    {
        foreach (var property in model.GetEntityTypes().SelectMany(entity => entity.GetDeclaredProperties()))
            if (property.FindAnnotation("Relational:ColumnName") is null)
                property.SetColumnName(Of(property.Name));
    }

    /// <summary>A name of code as the database writes it.</summary>
    public static string Of(string name)
    {
        var result = new StringBuilder(name.Length + 8);
        foreach (var c in name)
        {
            if (char.IsAsciiLetterUpper(c) && result.Length > 0) result.Append('_');
            result.Append(char.ToLowerInvariant(c));
        }

        return result.ToString();
    }
}
