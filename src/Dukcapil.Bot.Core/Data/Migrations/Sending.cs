using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Dukcapil.Bot.Core.Data.Migrations;

/// <summary>Incidents, templates, the rate of sending and folding.</summary>
[DbContext(typeof(BotDbContext))]
[Migration("0002_sending")]
public sealed class Sending() : SqlMigration("0002_sending.sql");
