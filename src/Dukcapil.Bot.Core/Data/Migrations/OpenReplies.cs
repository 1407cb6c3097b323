using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Dukcapil.Bot.Core.Data.Migrations;

/// <summary>A turn looks for open messages of its own resident only, whatever the planner knows of the outbox.</summary>
[DbContext(typeof(BotDbContext))]
[Migration("0016_open_replies")]
public sealed class OpenReplies() : SqlMigration("0016_open_replies.sql");
