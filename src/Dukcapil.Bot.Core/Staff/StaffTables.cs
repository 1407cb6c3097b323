using Dukcapil.Bot.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Staff;

/// <summary>The tables of accounts of staff.</summary>
public static class StaffTables
{
    extension(BotDbContext data)
    {
        /// <summary>Staff accounts.</summary>
        public DbSet<StaffMember> Staff => data.Set<StaffMember>();
    }
}
