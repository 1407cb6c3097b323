using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Dukcapil.Bot.Core.Data.Migrations;

/// <summary>Search of messages, what staff did to them, who looked at their texts.</summary>
[DbContext(typeof(BotDbContext))]
[Migration("0004_watching")]
public sealed class Watching() : SqlMigration("0004_watching.sql");
