using Dukcapil.Bot.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Residents;

/// <summary>The tables of residents.</summary>
public static class ResidentTables
{
    extension(BotDbContext data)
    {
        /// <summary>Consents given in chat.</summary>
        public DbSet<ConsentRecord> Consents => data.Set<ConsentRecord>();
    }
}
