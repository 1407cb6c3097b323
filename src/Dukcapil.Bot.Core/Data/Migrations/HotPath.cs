using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Dukcapil.Bot.Core.Data.Migrations;

/// <summary>Less work for each message: fewer index entries, claims and results as functions with plans of their own.</summary>
[DbContext(typeof(BotDbContext))]
[Migration("0008_hot_path")]
public sealed class HotPath() : SqlMigration("0008_hot_path.sql");
