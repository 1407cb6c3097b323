using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Dukcapil.Bot.Core.Data.Migrations;

/// <summary>What officers may see, and what HAPUS DATA leaves.</summary>
[DbContext(typeof(BotDbContext))]
[Migration("0022_guard")]
public sealed class Guarding() : SqlMigration("0022_guard.sql");
