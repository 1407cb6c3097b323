using Dukcapil.Bot.Core.Casework;
using Dukcapil.Bot.Core.Casework.Records;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Dialogs.Engine;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Conversations.Acts;

/// <summary>
/// <c>data.check</c>: what HAPUS DATA will leave. <c>kept</c> sets <c>nomor</c>: the phone's open cases, whose data stays until they end.
/// </summary>
public sealed class DataCheck : IAct
{
    /// <inheritdoc/>
    public string Name => "data.check";

    /// <inheritdoc/>
    public async Task<ActResult> RunAsync(
        ResidentTurn turn, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken) =>
        Told(await OpenCasesAsync(await turn.DataAsync(cancellationToken), turn.AddressId, cancellationToken));

    /// <summary>The phone's open cases, oldest first.</summary>
    internal static Task<List<CaseRecord>> OpenCasesAsync(BotDbContext data, long addressId, CancellationToken cancellationToken) => data.Cases.AsNoTracking()
        .Where(record => record.AddressId == addressId && record.ClosedAt == null).OrderBy(record => record.Id).ToListAsync(cancellationToken);

    /// <summary>The outcome for a phone with these open cases.</summary>
    internal static ActResult Told(IReadOnlyCollection<CaseRecord> open) => open.Count == 0
        ? ActResult.Ok
        : ActResult.Of("kept", ("nomor", DialogValue.Of(string.Join(", ", open.Select(record => record.Number)))));
}
