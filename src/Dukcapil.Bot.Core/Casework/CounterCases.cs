using Dukcapil.Bot.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Casework;

/// <summary>Walk-in cases: entered by an officer at the counter, without WhatsApp.</summary>
public sealed class CounterCases(IDbContextFactory<BotDbContext> contexts, CaseIntake intake)
{
    /// <summary>Makes the case, unless the same person has an open one under the same alur: then that one is returned.</summary>
    public async Task<Submitted> OpenAsync(NewCase request, CancellationToken cancellation)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await data.Database.BeginTransactionAsync(cancellation);
        var submitted = await intake.SubmitAsync(data, request, cancellation);
        await transaction.CommitAsync(cancellation);
        return submitted;
    }
}
