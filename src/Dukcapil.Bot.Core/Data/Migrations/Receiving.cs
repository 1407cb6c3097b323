using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Dukcapil.Bot.Core.Data.Migrations;

/// <summary>Residents with several identifiers, opt-outs with their history, late and unanswered messages.</summary>
[DbContext(typeof(BotDbContext))]
[Migration("0003_receiving")]
public sealed class Receiving() : SqlMigration("0003_receiving.sql");
