using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Dukcapil.Bot.Core.Data.Migrations;

/// <summary>An announcement that waits for somebody whose last case is closed is withdrawn.</summary>
[DbContext(typeof(BotDbContext))]
[Migration("0017_closed_cases")]
public sealed class ClosedCases() : SqlMigration("0017_closed_cases.sql");
