using Dukcapil.Bot.Content;
using Dukcapil.Bot.Core.Content;
using Dukcapil.Bot.Core.Data.Protection;
using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Core.Messaging.Outbox;
using Dukcapil.Bot.Dialogs.Engine;
using Npgsql;
using NpgsqlTypes;

namespace Dukcapil.Bot.Core.Conversations;

/// <summary>Writes what a turn changed.</summary>
public sealed class TurnStore(
    PersonalDataCipher cipher, MessageSealer sealer, OutboxWriter outbox, BotContentHolder content, MediaSignal mediaSignal, TimeProvider time)
{
    private const string SaveState = """
        update conversations set state_enc = $2, last_input_at = greatest(last_input_at, $3), rhythm = $4 where address_id = $1
        """;

    private const string SaveLanguage = "update addresses set language = $2 where id = $1";

    private const string MarkHandled = "update inbox set status = 'handled', handled_at = $2, next_attempt_at = null where id = $1";

    private const string SetOutcome = "update inbox set outcome = $2 where id = $1";

    private const string AddEvent = "insert into address_events (address_id, at, kind) values ($1, $2, $3)";

    private const string Stop = "select stop_address($1, $3, $2)";

    private const string Start = "select start_address($1, $3, $2)";

    private const string AddMedia = """
        insert into media (id, address_id, provider_url_enc, declared_type, status, created_at, next_attempt_at)
        values ($1, $2, $3, $4, $6, $5, $5) on conflict (id) do nothing
        """;

    private const string Commit = "commit";

    internal Signal MediaSignal => mediaSignal.Signal;

    /// <summary>Opens a sealed dialog state; a conversation without one begins anew.</summary>
    internal DialogState Open(byte[]? sealedState) => sealedState is null ? new DialogState() : DialogStateJson.Read(cipher.DecryptText(sealedState));

    /// <summary>
    /// The statements that note the files of a message, for the worker after the commit: it fetches those of an accepted kind and
    /// deletes all of them at the provider. Of a message that is not answered none is fetched.
    /// </summary>
    internal IReadOnlyList<NpgsqlBatchCommand> MediaOf(long addressId, TurnInput incoming, bool isAnswered) =>
        incoming.Content.RejectedBecause is not null
            ? []
            : incoming.Content.Files.Select(file => new NpgsqlBatchCommand(AddMedia)
            {
                Parameters =
                {
                    new() { Value = file.MediaId },
                    new() { Value = addressId },
                    new() { Value = sealer.SealText(file.Url) },
                    new() { Value = file.ContentType },
                    new() { Value = incoming.ReceivedAt },
                    new() { Value = isAnswered && AcceptedFiles.Has(file.ContentType) ? "pending" : "rejected" },
                },
            }).ToList();

    internal static async Task AddMediaAsync(NpgsqlConnection connection, IReadOnlyList<NpgsqlBatchCommand> statements, CancellationToken cancellation)
    {
        if (statements.Count == 0) return;
        await using var batch = new NpgsqlBatch(connection);
        foreach (var statement in statements) batch.BatchCommands.Add(statement);
        await batch.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>
    /// Writes everything and commits, in one round trip. The commit is the batch's last statement: where one before it fails, the server
    /// never comes to it, and the caller's transaction is still open to be rolled back. A rehearsal is not committed.
    /// </summary>
    internal async Task SaveAsync(PlayedTurn played, CancellationToken cancellation)
    {
        var (turn, incoming, admission, _, replies) = played;
        await using var batch = new NpgsqlBatch(turn.Connection);
        batch.BatchCommands.Add(new NpgsqlBatchCommand(SaveState)
        {
            Parameters =
            {
                new() { Value = turn.AddressId },
                new() { Value = Seal(turn.State) },
                new() { Value = incoming.ReceivedAt, NpgsqlDbType = NpgsqlDbType.TimestampTz },
                new() { Value = admission.Rhythm.Write() },
            },
        });
        if (incoming.IsPending)
            batch.BatchCommands.Add(new NpgsqlBatchCommand(MarkHandled) { Parameters = { new() { Value = incoming.InboxId }, new() { Value = time.GetUtcNow() } } });
        if (admission.Outcome is { } outcome)
            batch.BatchCommands.Add(new NpgsqlBatchCommand(SetOutcome) { Parameters = { new() { Value = incoming.InboxId }, new() { Value = outcome } } });
        AddRarities(batch, played);
        foreach (var (content, foldKey) in Messages(turn, replies)) outbox.AddReply(batch, turn.AddressId, content, foldKey);
        if (!turn.IsRehearsal) batch.BatchCommands.Add(new NpgsqlBatchCommand(Commit));
        await batch.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>A dialog state as it is kept.</summary>
    internal byte[] Seal(DialogState state) => cipher.EncryptCompressed(DialogStateJson.Write(state));

    /// <summary>What is sent for the replies of a turn: its picture goes with the last one, or ahead when that one has a menu and can carry none.</summary>
    internal IEnumerable<(OutgoingContent Content, string? FoldKey)> Messages(TurnContext turn, IReadOnlyList<Reply> replies)
    {
        var carrier = replies is [.., { Menu: null }] ? replies.Count - 1 : -1;
        if (carrier < 0 && turn.Picture is { } picture)
            yield return (new OutgoingContent(content.Current.Texts["janji.gambar"].In(turn.State.Language), Picture: picture), null);
        foreach (var (index, reply) in replies.Index())
            yield return (new OutgoingContent(reply.Text, reply.Menu, Picture: index == carrier ? turn.Picture : null), reply.FoldKey);
    }

    /// <summary>Adds what few turns write: what acts left to the end, a new language, wishes about being written to, foldable replies that may go.</summary>
    internal void AddRarities(NpgsqlBatch batch, PlayedTurn played)
    {
        var turn = played.Context;
        foreach (var statement in turn.AtEnd) batch.BatchCommands.Add(statement);
        if (turn.State.Language != played.Before.Language)
            batch.BatchCommands.Add(new NpgsqlBatchCommand(SaveLanguage) { Parameters = { new() { Value = turn.AddressId }, new() { Value = Code(turn.State.Language) } } });
        AddAdmission(batch, turn.AddressId, played.Input, played.Admission);
        if (played.Before.LastPhotoItem is not null && played.Replies.Any(reply => reply.FoldKey is null)) outbox.AddRelease(batch, turn.AddressId);
    }

    private void AddAdmission(NpgsqlBatch batch, long addressId, TurnInput incoming, Admission admission)
    {
        void Add(string sql, params object[] values)
        {
            var command = new NpgsqlBatchCommand(sql);
            foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
            batch.BatchCommands.Add(command);
        }

        if (admission.Event is { } kind) Add(AddEvent, addressId, time.GetUtcNow(), kind);
        var way = incoming.Content.OptOut is null ? "resident" : "provider";
        var wish = incoming.Content.OptOut ?? admission.Wish;
        if (wish is OptOutWord.Stop) Add(Stop, addressId, time.GetUtcNow(), way);
        if (wish is OptOutWord.Start) Add(Start, addressId, time.GetUtcNow(), way);
    }

    /// <summary>Tells a resident that a message could not be handled and that the office sees it.</summary>
    internal async Task ApologiseAsync(NpgsqlConnection connection, long addressId, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(connection);
        outbox.AddReply(batch, addressId, new OutgoingContent(content.Current.Texts["pesan.gagal"].In(await LanguageAsync(connection, addressId, cancellation))), null);
        await batch.ExecuteNonQueryAsync(cancellation);
    }

    private static async Task<Language> LanguageAsync(NpgsqlConnection connection, long addressId, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select language from addresses where id = $1", connection) { Parameters = { new() { Value = addressId } } };
        return await command.ExecuteScalarAsync(cancellation) is "en" ? Language.En : Language.Id;
    }

    /// <summary>A language as it is kept.</summary>
    internal static string Code(Language language) => language == Language.En ? "en" : "id";
}
