using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Dukcapil.Bot.Core.Data.Migrations;

/// <summary>What is not certain in a list is asked before it is imported.</summary>
[DbContext(typeof(BotDbContext))]
[Migration("0021_import_questions")]
public sealed class ImportQuestionTable() : SqlMigration("0021_import_questions.sql");
