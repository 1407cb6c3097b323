using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Dukcapil.Bot.Core.Data.Migrations;

/// <summary>Deadlines with their pauses and warnings, reminders of uncollected results, and the ledger of scheduled work.</summary>
[DbContext(typeof(BotDbContext))]
[Migration("0012_deadlines")]
public sealed class Deadlines() : SqlMigration("0012_deadlines.sql");
