using System.Reflection;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Dukcapil.Bot.Core.Data.Migrations;

/// <summary>
/// A migration that runs the embedded SQL file of its own name: tables and data, no routine (<see cref="RoutineInstaller"/>). There is no
/// way back: a mistake is mended by the next one. A routine that a column is computed by is named, and made first.
/// </summary>
internal abstract class SqlMigration(params string[] routines) : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var name in routines) migrationBuilder.Sql(Routine.All.Single(routine => routine.Name == name).Sql);
        var file = GetType().GetCustomAttribute<MigrationAttribute>()!.Id;
        migrationBuilder.Sql(Routine.Read($"{typeof(SqlMigration).Namespace}.{file}.sql"));
    }
}
