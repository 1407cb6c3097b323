using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Reminders.Imports.Records;
using Dukcapil.Bot.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Reminders.Imports;

/// <summary>Imports as pages show them.</summary>
public sealed class ImportList(IDbContextFactory<BotDbContext> contexts)
{
    private const int Shown = 20;

    /// <summary>The latest imports, newest first.</summary>
    public async Task<IReadOnlyList<ImportLine>> LatestAsync(CancellationToken cancellationToken)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        return await Lines(data).OrderByDescending(line => line.Import.Id).Take(Shown).ToListAsync(cancellationToken);
    }

    /// <summary>One import; null for an unknown key.</summary>
    public async Task<ImportLine?> FindAsync(long id, CancellationToken cancellationToken)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        return await Lines(data).SingleOrDefaultAsync(line => line.Import.Id == id, cancellationToken);
    }

    private static IQueryable<ImportLine> Lines(BotDbContext data) =>
        from import in data.RegisterImports.AsNoTracking()
        join member in data.Staff on import.StartedBy equals member.Id into members
        from member in members.DefaultIfEmpty()
        select new ImportLine { Import = import, By = member == null ? null : member.FullName };
}

/// <summary>An import and who started it.</summary>
public sealed class ImportLine
{
    /// <summary>The import.</summary>
    public required ImportRecord Import { get; init; }

    /// <summary>Name of the officer; null at the command line.</summary>
    public string? By { get; init; }
}
