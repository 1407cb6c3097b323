using Dukcapil.Bot.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Casework;

/// <summary>Walk-in cases: entered by an officer at the counter, without WhatsApp.</summary>
public sealed class CounterCases(IDbContextFactory<BotDbContext> contexts, CaseIntake intake)
{
    /// <summary>Makes the case, unless the same person has an open one under the same alur: then that one is returned.</summary>
    public async Task<Submitted> OpenAsync(NewCase request, CancellationToken cancellationToken)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await data.Database.BeginTransactionAsync(cancellationToken);
        var submitted = await intake.SubmitAsync(data, request, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return submitted;
    }
}
