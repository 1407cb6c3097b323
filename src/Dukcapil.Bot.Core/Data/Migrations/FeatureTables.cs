using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Dukcapil.Bot.Core.Data.Migrations;

// The tables of every feature, in the order in which they refer to each other.
[DbContext(typeof(BotDbContext))]
[Migration("01_data")]
internal sealed class DataTables : SqlMigration;

[DbContext(typeof(BotDbContext))]
[Migration("02_staff")]
internal sealed class StaffTables : SqlMigration;

[DbContext(typeof(BotDbContext))]
[Migration("03_messaging")]
internal sealed class MessagingTables : SqlMigration;

[DbContext(typeof(BotDbContext))]
[Migration("04_conversations")]
internal sealed class ConversationTables : SqlMigration;

[DbContext(typeof(BotDbContext))]
[Migration("05_residents")]
internal sealed class ResidentTables : SqlMigration;

[DbContext(typeof(BotDbContext))]
[Migration("06_casework")]
internal sealed class CaseworkTables() : SqlMigration("name_parts", "name_vector");

[DbContext(typeof(BotDbContext))]
[Migration("07_appointments")]
internal sealed class AppointmentTables : SqlMigration;

[DbContext(typeof(BotDbContext))]
[Migration("08_queues")]
internal sealed class QueueTables : SqlMigration;

[DbContext(typeof(BotDbContext))]
[Migration("09_reminders")]
internal sealed class ReminderTables : SqlMigration;

[DbContext(typeof(BotDbContext))]
[Migration("10_information")]
internal sealed class InformationTables : SqlMigration;

[DbContext(typeof(BotDbContext))]
[Migration("11_message_operations")]
internal sealed class MessageOperationTables : SqlMigration;
