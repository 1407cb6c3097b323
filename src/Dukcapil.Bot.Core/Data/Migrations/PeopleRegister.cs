using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Dukcapil.Bot.Core.Data.Migrations;

/// <summary>People not yet recorded for KTP-el, and the imports of the office's lists of them.</summary>
[DbContext(typeof(BotDbContext))]
[Migration("0009_register")]
public sealed class PeopleRegister() : SqlMigration("0009_register.sql");
