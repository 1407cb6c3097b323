using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Dukcapil.Bot.Core.Data.Migrations;

/// <summary>What the office tells: subscriptions, visits to kelurahan, topics, complaints.</summary>
[DbContext(typeof(BotDbContext))]
[Migration("0010_information")]
public sealed class InformationTables() : SqlMigration("0010_information.sql");
