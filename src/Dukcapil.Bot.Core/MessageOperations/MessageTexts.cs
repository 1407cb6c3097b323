using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Core.Staff;
using Dukcapil.Bot.Dialogs.Recognizers;
using Npgsql;

namespace Dukcapil.Bot.Core.MessageOperations;

/// <summary>
/// The texts of messages for the messages page, for the desks of <see cref="Sight.MessageText"/>, with numbers masked. Every look is
/// written to the access log before anything is shown (UU PDP 27/2022 Pasal 31); lists never show texts.
/// </summary>
public sealed class MessageTexts(NpgsqlDataSource source, MessageSealer sealer, TimeProvider time)
{
    private const string ReadSent = """
        with found as (select id, case_id, content_enc from outbox where id = $1),
          noted as (insert into access_log (at, staff_id, case_id, what, outbox_id) select $2, $3, case_id, 'message', id from found)
        select content_enc from found
        """;

    private const string ReadReceived = """
        with found as (select id, content_enc from inbox where id = $1),
          noted as (insert into access_log (at, staff_id, what, inbox_id) select $2, $3, 'message', id from found)
        select content_enc from found
        """;

    /// <summary>What a message to a resident says; null for an unknown key and for a desk that may not read messages.</summary>
    public async Task<string?> ReadSentAsync(long id, StaffActor by, CancellationToken cancellationToken) =>
        await ReadAsync(ReadSent, id, by, cancellationToken) is { } content ? IdMask.InText(sealer.OpenOutgoing(content).Text) : null;

    /// <summary>What a message from a resident says; null for an unknown key and for a desk that may not read messages.</summary>
    public async Task<IncomingContent?> ReadReceivedAsync(long id, StaffActor by, CancellationToken cancellationToken)
    {
        if (await ReadAsync(ReadReceived, id, by, cancellationToken) is not { } sealedContent) return null;
        var content = sealer.OpenIncoming(sealedContent);
        return content with { Text = IdMask.InText(content.Text) };
    }

    private async Task<byte[]?> ReadAsync(string sql, long id, StaffActor by, CancellationToken cancellationToken)
    {
        if (!ViewRights.MaySee(Sight.MessageText, by.Role)) return null;
        await using var command = source.CreateCommand(sql);
        command.Parameters.Add(new() { Value = id });
        command.Parameters.Add(new() { Value = time.GetUtcNow() });
        command.Parameters.Add(new() { Value = by.Id });
        return (byte[]?)await command.ExecuteScalarAsync(cancellationToken);
    }
}
