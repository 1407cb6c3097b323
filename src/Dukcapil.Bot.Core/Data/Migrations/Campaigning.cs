using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Dukcapil.Bot.Core.Data.Migrations;

/// <summary>Campaigns, broadcasts, their recipients, and what residents answer.</summary>
[DbContext(typeof(BotDbContext))]
[Migration("0011_campaigns")]
public sealed class Campaigning() : SqlMigration("0011_campaigns.sql");
