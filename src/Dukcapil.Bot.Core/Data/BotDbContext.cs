using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Data;

/// <summary>
/// The database as EF Core sees it. It knows no feature: each maps its records (<see cref="IEntityTypeConfiguration{TEntity}"/>) and adds
/// its tables as extension properties. The schema is made by the SQL files in <c>Migrations/</c>; a test holds this model against it.
/// The path of a chat turn does not go through here but through prepared statements.
/// </summary>
public sealed class BotDbContext(DbContextOptions<BotDbContext> options) : DbContext(options), IDataProtectionKeyContext
{
    /// <summary>Keys of sign-in cookies and antiforgery tokens, shared by all replicas.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(BotDbContext).Assembly);
        modelBuilder.Entity<DataProtectionKey>().ToTable("data_protection_keys");
        SnakeCase.Apply(modelBuilder.Model);
    }
}
