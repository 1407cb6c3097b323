using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Dukcapil.Bot.Core.Data.Migrations;

/// <summary>The first schema.</summary>
[DbContext(typeof(BotDbContext))]
[Migration("0001_initial")]
public sealed class Initial() : SqlMigration("0001_initial.sql");
