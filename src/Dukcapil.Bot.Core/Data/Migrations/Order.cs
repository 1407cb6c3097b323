using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Dukcapil.Bot.Core.Data.Migrations;

/// <summary>Order behind unknown messages, and search by topic.</summary>
[DbContext(typeof(BotDbContext))]
[Migration("0005_order")]
public sealed class Order() : SqlMigration("0005_order.sql");
