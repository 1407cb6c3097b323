using Dukcapil.Bot.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Common;

/// <summary>Tables that every feature writes.</summary>
public static class CommonTables
{
    extension(BotDbContext data)
    {
        /// <summary>Append-only log of who looked at personal data.</summary>
        public DbSet<AccessRecord> AccessLog => data.Set<AccessRecord>();
    }
}
