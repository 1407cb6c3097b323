using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Dukcapil.Bot.Core.Data.Migrations;

/// <summary>The host's login owns nothing; what it may only add to sets its own time.</summary>
[DbContext(typeof(BotDbContext))]
[Migration("0023_host_login")]
public sealed class HostLogin() : SqlMigration("0023_host_login.sql");
