using Dukcapil.Bot.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Dukcapil.Bot.Tests.Data;

/// <summary>The model against the migrated schema: the migrations are written by hand, so nothing else compares them.</summary>
public sealed class SchemaTests(BotApp app) : IClassFixture<BotApp>
{
    /// <summary>Columns that only SQL uses.</summary>
    private static readonly string[] NotMapped
        = ["cases.name_words", "outbox.as_template", "outbox.failed_sids", "outbox.recipient_fault", "unrecorded_people.wrong_phones"];

    [Fact]
    public async Task Every_mapped_column_is_in_the_schema_as_mapped_and_the_other_way_round()
    {
        await using var data = app.OpenData();
        var model = data.Model.GetEntityTypes().SelectMany(Columns).Where(column => !column.Contains(".xmin ", StringComparison.Ordinal))
            .Order()
            .ToList();
        var tables = data.Model.GetEntityTypes().Select(entity => entity.GetTableName()!).Distinct().ToArray();
        var schema = (await ReadSchemaAsync(tables)).Where(
            column => !NotMapped.Any(name => column.StartsWith(name + " ", StringComparison.Ordinal))).Order().ToList();
        model.ShouldNotBeEmpty();
        model.Except(schema).ShouldBeEmpty("mapped, but not in the schema");
        schema.Except(model).ShouldBeEmpty("in the schema, but not mapped");
    }

    private static IEnumerable<string> Columns(IEntityType entity)
    {
        var table = StoreObjectIdentifier.Create(entity, StoreObjectType.Table)!.Value;
        return entity.GetProperties().Select(property =>
            $"{table.Name}.{property.GetColumnName(table)} {Short(property.GetColumnType(table))} "
            + $"{(property.IsColumnNullable(table) ? "null" : "not null")}");
    }

    private static string Short(string type) => type switch
    {
        "timestamp with time zone" => "timestamptz",
        _ => type,
    };

    private async Task<List<string>> ReadSchemaAsync(string[] tables)
    {
        await using var command = app.Get<NpgsqlDataSource>().CreateCommand(
            """
            select relname || '.' || attname || ' ' || replace(format_type(atttypid, null), 'timestamp with time zone',
              'timestamptz') || ' '
                   || case when attnotnull then 'not null' else 'null' end
            from pg_attribute join pg_class on pg_class.oid = attrelid
            where relnamespace = 'public'::regnamespace and relname = any($1) and attnum > 0 and not attisdropped
            """);
        command.Parameters.Add(new() { Value = tables });
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var found = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken)) found.Add(reader.GetString(0));
        return found;
    }
}
