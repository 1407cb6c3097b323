using System.Globalization;
using System.Runtime.InteropServices;
using Dukcapil.Bot.Core;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Reminders.Imports;
using Dukcapil.Bot.Core.Reminders.Imports.Records;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Dukcapil.Bot.Cli.Commands;

/// <summary>
/// <c>import</c>: brings a list of people not yet recorded into the register, as the page does. Ctrl-C stops it and leaves the register as it
/// was. Tells figures and reasons, never a row: those are read on the page, where it is logged who did.
/// </summary>
internal static class ImportCommand
{
    private static readonly TimeSpan TellEvery = TimeSpan.FromSeconds(2);

    internal static int Run(Arguments arguments, TextWriter output, TextWriter errors)
    {
        if (arguments.Word is not { } file)
        {
            errors.WriteLine("Say which file: import <file>.");
            return 2;
        }

        return DatabaseCommand.ConnectionString(errors) is { } connection ? RunAsync(file, connection, output, errors).GetAwaiter().GetResult() : 2;
    }

    private static async Task<int> RunAsync(string file, string connection, TextWriter output, TextWriter errors)
    {
        await using var content = new FileStream(file, new FileStreamOptions { Options = FileOptions.Asynchronous | FileOptions.SequentialScan });
        var settings = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        await using var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddDatabase(_ => connection).AddCore(settings).BuildServiceProvider();
        using var stop = new CancellationTokenSource();
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal =>
        {
            signal.Cancel = true;
            stop.Cancel();
        });
        var running = services.GetRequiredService<Importer>().RunAsync(new ImportRequest(file, content.Length, null), content, stop.Token);
        while (await Task.WhenAny(running, Task.Delay(TellEvery, TimeProvider.System)) != running) await TellAsync(services, output, stop.IsCancellationRequested);
        var result = await running;
        if (result.Id is { } id) return await EndAsync(services, id, output, errors);
        await errors.WriteLineAsync("Another list is being imported. Try again when it has ended.");
        return 1;
    }

    private static async Task TellAsync(ServiceProvider services, TextWriter output, bool isToStop)
    {
        var latest = await services.GetRequiredService<ImportList>().LatestAsync(CancellationToken.None);
        if (latest is not [{ Import: { IsRunning: true } import }, ..]) return;
        // Once the file is read, only this ends it.
        if (isToStop) await services.GetRequiredService<ImportBook>().CancelAsync(import.Id, CancellationToken.None);
        await output.WriteLineAsync(import.Phase == ImportPhase.Merging
            ? "Bringing the register in line."
            : Text($"{import.RowsRead} rows, {100 * import.BytesRead / Math.Max(1, import.FileBytes ?? 1)} %"));
    }

    private static async Task<int> EndAsync(ServiceProvider services, long id, TextWriter output, TextWriter errors)
    {
        var import = (await services.GetRequiredService<ImportList>().FindAsync(id, CancellationToken.None))!.Import;
        if (import.Phase != ImportPhase.Done)
        {
            await errors.WriteLineAsync(Text($"Not imported: {Why(import)}. The register is as it was."));
            return 1;
        }

        await output.WriteLineAsync(Text($"{import.RowsRead} rows: {import.PeopleNew} new, {import.PeopleChanged} changed, {import.PeopleUnchanged} unchanged, {import.RowsRejected} rejected."));
        foreach (var (code, count) in await services.GetRequiredService<RejectedRows>().CountAsync(id, CancellationToken.None))
            await output.WriteLineAsync(Text($"  {count} {code}"));
        return 0;
    }

    private static string Why(ImportRecord import) => import.Phase switch
    {
        ImportPhase.Refused => string.Join(", ", new[] { import.Refusal, import.RefusalDetail, import.RefusalLine is { } line ? Text($"line {line}") : null }.Where(part => part is not null)),
        ImportPhase.Cancelled => "cancelled",
        _ => "stopped",
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
