using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Dukcapil.Bot.Core.Data.Migrations;

/// <summary>The schema of Hangfire with the host's rights; the ledger and the tables of the scheduler before it go.</summary>
[DbContext(typeof(BotDbContext))]
[Migration("0018_hangfire")]
public sealed class HangfireSchema() : SqlMigration("0018_hangfire.sql");
