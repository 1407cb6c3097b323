using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Dukcapil.Bot.Core.Data.Migrations;

/// <summary>
/// Numbers that change hands, appointments of closed cases, limits for one phone, tries to sign in, the proof that the keys fit.
/// </summary>
[DbContext(typeof(BotDbContext))]
[Migration("0015_hardening")]
public sealed class Hardening() : SqlMigration("0015_hardening.sql");
