using System.Threading.Channels;
using Dukcapil.Bot.Core.Data.Protection;
using Dukcapil.Bot.Core.Data.Tables;
using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Core.Reminders.Imports.Lists;
using Dukcapil.Bot.Core.Reminders.Register;
using Dukcapil.Bot.Core.Time;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Dukcapil.Bot.Core.Reminders.Imports;

/// <summary>
/// Imports a list of the office while it comes in: one thread reads and checks, others encrypt and write, and at the end one
/// transaction changes the register. The file is neither kept nor ever whole in memory. Whatever happens before the end of that
/// transaction, the register is as it was, and the same file can be imported again.
/// </summary>
public sealed class Importer(
    ImportBook book, ImportQuestions questions, NpgsqlDataSource source, PersonalDataCipher cipher, MessageSealer sealer,
    OfficeClock clock, TimeProvider time, IOptions<RegisterOptions> options)
{
    private const int BatchesWaiting = 4;
    private static readonly int Writers = Math.Clamp(Environment.ProcessorCount, 1, 4);

    private readonly ImportStaging _staging = new(source, cipher, sealer);
    private readonly ImportMerge _merge = new(source, time);

    /// <summary>Imports what comes in.</summary>
    /// <param name="request">What it is.</param>
    /// <param name="content">The file; read once, from its start.</param>
    /// <param name="sender">Cancelled when whoever sends the file is gone. Once all of it is here that no longer matters.</param>
    public async Task<Outcome<ImportEnd>> RunAsync(ImportRequest request, Stream content, CancellationToken sender)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (await book.BeginAsync(request, sender) is not { } id) return new Refusal(ImportBook.Running);
        var progress = new ImportProgress();
        await using var pulse = new ImportPulse(book, id, progress, time);
        try
        {
            var (phase, fault) = await ReadAndMergeAsync(id, request, content, pulse, progress, sender);
            return await EndAsync(id, phase, fault);
        }
        catch (TableException unreadable)
        {
            return await EndAsync(id, ImportPhase.Refused, new ListFault(RefusalOf(unreadable.Problem)));
        }
        catch (Exception stopped) when (stopped is OperationCanceledException or IOException)
        {
            return await EndAsync(id, pulse.State == PulseState.Cancelled ? ImportPhase.Cancelled : ImportPhase.BrokenOff, null);
        }
        catch
        {
            await book.EndAsync(id, ImportPhase.Refused, new ListFault(ImportRefusal.Fault));
            throw;
        }
    }

    private async Task<ImportEnd> EndAsync(long id, ImportPhase phase, ListFault? fault)
    {
        if (phase is not (ImportPhase.Done or ImportPhase.Asking)) await book.EndAsync(id, phase, fault);
        return new ImportEnd(id, phase);
    }

    private static string RefusalOf(TableProblem problem) => problem switch
    {
        TableProblem.TooLarge => ImportRefusal.TooLarge,
        TableProblem.SeveralSheets => ImportRefusal.SeveralSheets,
        _ => ImportRefusal.NotText,
    };

    private async Task<(ImportPhase Phase, ListFault? Fault)> ReadAndMergeAsync(
        long id, ImportRequest request, Stream content, ImportPulse pulse, ImportProgress progress, CancellationToken sender)
    {
        await using var counted = new CountedStream(content, options.Value.LargestFile, read => progress.Bytes = read);
        await using var rows = await TableStream.OpenAsync(counted, pulse.Work);
        await using var reader = new ListReader(rows, counted);
        var doubts = new ListDoubts();
        await using (sender.Register(pulse.Stop))
        {
            if (await reader.OpenAsync(pulse.Work) is { } unreadable) return (ImportPhase.Refused, unreadable);
            await book.KeepHeadingAsync(id, reader.Heading.Titles, reader.Separator, pulse.Work);
            if (await ReadAsync(id, reader, doubts, progress, pulse.Work) is { } fault) return (ImportPhase.Refused, fault);
        }

        var isAlive = await pulse.BeatAsync(pulse.Work) == PulseState.Running;
        if (isAlive && doubts.Questions() is { Count: > 0 } open)
        {
            if (await questions.AskAsync(id, reader.Heading, open, pulse.Work)) return (ImportPhase.Asking, null);
        }
        else if (isAlive && await book.BeginMergeAsync(id, pulse.Work)
            && await _merge.RunAsync(id, request.StartedBy, reader.Heading, progress.Accepted, pulse.Work))
        {
            return (ImportPhase.Done, null);
        }

        await pulse.BeatAsync(CancellationToken.None);
        throw new OperationCanceledException();
    }

    private async Task<ListFault?> ReadAsync(
        long id, ListReader reader, ListDoubts doubts, ImportProgress progress, CancellationToken cancellationToken)
    {
        using var abort = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var batches = Channel.CreateBounded<ListBatch>(new BoundedChannelOptions(BatchesWaiting) { SingleWriter = true });
        var intake = new ListIntake(reader, new RowRules(new KelurahanNames(clock.Today), clock.Today), doubts, progress);
        var reading = Task.Run(() => FillAsync(intake, batches.Writer, abort.Token), CancellationToken.None);
        var writing = Enumerable.Range(0, Writers)
            .Select(_ => Task.Run(() => DrainAsync(id, reader.Heading, batches.Reader, abort), CancellationToken.None));
        // Waits for all: a writer that failed has cancelled the others, and its exception is the cause.
        await Task.WhenAll([reading, .. writing]);
        return await reading;
    }

    private static async Task<ListFault?> FillAsync(
        ListIntake intake, ChannelWriter<ListBatch> batches, CancellationToken cancellationToken)
    {
        try
        {
            return await intake.RunAsync(batches, cancellationToken);
        }
        finally
        {
            batches.Complete();
        }
    }

    private async Task DrainAsync(long id, ListHeading heading, ChannelReader<ListBatch> batches, CancellationTokenSource abort)
    {
        try
        {
            await foreach (var batch in batches.ReadAllAsync(abort.Token)) await _staging.WriteAsync(id, heading, batch, abort.Token);
        }
        catch
        {
            await abort.CancelAsync();
            throw;
        }
    }
}
