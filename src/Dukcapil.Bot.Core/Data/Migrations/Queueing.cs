using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Dukcapil.Bot.Core.Data.Migrations;

/// <summary>Visits at the office and the line they wait in.</summary>
[DbContext(typeof(BotDbContext))]
[Migration("0007_queues")]
public sealed class Queueing() : SqlMigration("0007_queues.sql");
