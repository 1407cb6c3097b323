using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Dukcapil.Bot.Core.Data.Migrations;

/// <summary>Turns that share a transaction and turns alone end by the same statement.</summary>
[DbContext(typeof(BotDbContext))]
[Migration("0019_one_turn_path")]
public sealed class OneTurnPath() : SqlMigration("0019_one_turn_path.sql");
