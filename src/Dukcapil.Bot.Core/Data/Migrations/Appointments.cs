using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Dukcapil.Bot.Core.Data.Migrations;

/// <summary>The office's calendar and counters, slots, bookings with their history, the waiting list.</summary>
[DbContext(typeof(BotDbContext))]
[Migration("0006_appointments")]
public sealed class Appointments() : SqlMigration("0006_appointments.sql");
