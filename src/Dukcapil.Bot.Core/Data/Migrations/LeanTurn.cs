using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Dukcapil.Bot.Core.Data.Migrations;

/// <summary>Turns of several residents share a transaction, and their replies are claimed where they are written.</summary>
[DbContext(typeof(BotDbContext))]
[Migration("0013_lean_turn")]
public sealed class LeanTurn() : SqlMigration("0013_lean_turn.sql");
