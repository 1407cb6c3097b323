using System.Globalization;
using System.Runtime.InteropServices;
using Dukcapil.Bot.Core;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Reminders.Imports;
using Dukcapil.Bot.Core.Reminders.Imports.Records;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace Dukcapil.Bot.Cli.Commands;

/// <summary>
/// <c>import</c>: brings a list of people not yet recorded into the register, as the page does. Ctrl-C stops it and leaves the register as
/// it was. Prints counts and reasons, never a row: rows are read on the page, which logs it.
/// </summary>
internal static class ImportCommand
{
    private static readonly TimeSpan TellEvery = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan DrawEvery = TimeSpan.FromMilliseconds(250);

    internal static int Run(Arguments arguments, TextWriter output, TextWriter errors)
    {
        if (arguments.Word is not { } file)
        {
            errors.WriteLine("Say which file: import <file>.");
            return 2;
        }

        return DatabaseCommand.ConnectionString(errors) is { } connection
            ? RunAsync(file, connection, output, errors).GetAwaiter().GetResult()
            : 2;
    }

    private static async Task<int> RunAsync(string file, string connection, TextWriter output, TextWriter errors)
    {
        await using var content = new FileStream(
            file, new FileStreamOptions { Options = FileOptions.Asynchronous | FileOptions.SequentialScan });
        var settings = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        await using var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddDatabase(_ => connection)
            .AddCore(settings)
            .BuildServiceProvider();
        using var stop = new CancellationTokenSource();
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal =>
        {
            signal.Cancel = true;
            stop.Cancel();
        });
        var running = services.GetRequiredService<Importer>().RunAsync(new ImportRequest(file, content.Length, null), content, stop.Token);
        await (Screen.Of(output) is { } screen
            ? DrawAsync(screen, show => WatchAsync(services, running, DrawEvery, show, stop.Token))
            : WatchAsync(services, running, TellEvery, import => Tell(import, output), stop.Token));
        var result = await running;
        if (result.Value is { } run) return await EndAsync(services, run.Id, output, errors);
        await errors.WriteLineAsync("Another list is being imported. Try again when it has ended.");
        return 1;
    }

    private static async Task WatchAsync(
        IServiceProvider services, Task running, TimeSpan every, Action<ImportRecord> show, CancellationToken stop)
    {
        while (await Task.WhenAny(running, Task.Delay(every, TimeProvider.System, CancellationToken.None)) != running)
        {
            var latest = await services.GetRequiredService<ImportList>().LatestAsync(CancellationToken.None);
            if (latest is not [{ Import: { IsRunning: true } import }, ..]) continue;
            // Once the file is read, only this ends it.
            if (stop.IsCancellationRequested)
                await services.GetRequiredService<ImportBook>().CancelAsync(import.Id, CancellationToken.None);
            show(import);
        }
    }

    private static void Tell(ImportRecord import, TextWriter output) => output.WriteLine(import.Phase == ImportPhase.Merging
        ? "Bringing the register in line."
        : Text($"{import.RowsRead} rows, {Percent(import):F0} %"));

    private static Task DrawAsync(IAnsiConsole screen, Func<Action<ImportRecord>, Task> watchAsync)
    {
        return screen.Progress().StartAsync(async bars =>
        {
            var reading = bars.AddTask("Reading the list");
            var merging = bars.AddTask("Bringing the register in line", autoStart: false);
            await watchAsync(import =>
            {
                reading.Value = Percent(import);
                if (import.Phase != ImportPhase.Merging || merging.IsStarted) return;
                merging.IsIndeterminate = true;
                merging.StartTask();
            });
        });
    }

    private static double Percent(ImportRecord import) =>
        import.Phase == ImportPhase.Merging ? 100 : 100.0 * import.BytesRead / Math.Max(1, import.FileBytes ?? 1);

    private static async Task<int> EndAsync(ServiceProvider services, long id, TextWriter output, TextWriter errors)
    {
        var import = (await services.GetRequiredService<ImportList>().FindAsync(id, CancellationToken.None))!.Import;
        if (import.Phase == ImportPhase.Asking)
        {
            await output.WriteLineAsync(
                Text($"{import.RowsRead} rows read, {import.RowsRejected} rejected. ")
                + Text($"Not imported yet: answer what is not certain at /perekaman/impor/{id}."));
            foreach (var question in await services.GetRequiredService<ImportQuestions>().ListAsync(id, CancellationToken.None))
                await output.WriteLineAsync(Text($"  {question.Rows} {DoubtTerms.Of(question.Kind)} {question.Value}"));
            return 1;
        }

        if (import.Phase != ImportPhase.Done)
        {
            await errors.WriteLineAsync(Text($"Not imported: {Why(import)}. The register is as it was."));
            return 1;
        }

        await output.WriteLineAsync(
            Text($"{import.RowsRead} rows: {import.PeopleNew} new, {import.PeopleChanged} changed, ")
            + Text($"{import.PeopleUnchanged} unchanged, {import.RowsRejected} rejected."));
        foreach (var (code, count) in await services.GetRequiredService<RejectedRows>().CountAsync(id, CancellationToken.None))
            await output.WriteLineAsync(Text($"  {count} {code}"));
        return 0;
    }

    private static string Why(ImportRecord import) => import.Phase switch
    {
        ImportPhase.Refused => string.Join(", ", new[]
        {
            import.Refusal, import.RefusalDetail, import.RefusalLine is { } line ? Text($"line {line}") : null,
        }.Where(part => part is not null)),
        ImportPhase.Cancelled => "cancelled",
        _ => "stopped",
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
