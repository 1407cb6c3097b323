using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Dukcapil.Bot.Core.Data.Migrations;

/// <summary>
/// Sessions that end for good, forms that are kept, search by names as people write them, failures that a late success clears.
/// </summary>
[DbContext(typeof(BotDbContext))]
[Migration("0020_officers")]
public sealed class Officers() : SqlMigration("0020_officers.sql");
