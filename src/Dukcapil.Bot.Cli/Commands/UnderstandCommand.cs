using System.Globalization;
using CsvHelper;
using Dukcapil.Bot.Cli.Understanding;
using Dukcapil.Bot.Core.Content;
using Dukcapil.Bot.Dialogs.Understanding;

namespace Dukcapil.Bot.Cli.Commands;

/// <summary>
/// <c>understand</c>: what the service makes of messages in a CSV file (<c>text,intent,alur</c>), how well it does, and learning from the
/// examples of the content.
/// </summary>
internal static class UnderstandCommand
{
    internal static int Run(Arguments arguments, TextWriter output, TextWriter errors)
    {
        if (arguments.Word == "train") return Train(arguments, output);
        var content = BotContentLoader.Load(arguments.ContentFolder, ContentFeatures.None);
        var understander = content.CreateUnderstander();
        if (arguments.Option("--evaluate") is { } labelled)
        {
            var verdicts = LabelledFile.Read(labelled).Select(message => Verdict.Of(message, understander)).ToList();
            new Evaluation(verdicts, content.Intents.WithAlur, content.Intents.Final).Write(output);
            return 0;
        }

        if (arguments.Option("--in") is { } from && arguments.Option("--out") is { } to)
        {
            WriteAsync(LabelledFile.Read(from).Select(message => Verdict.Of(message, understander)), to).GetAwaiter().GetResult();
            return 0;
        }

        errors.WriteLine("understand train | understand --evaluate <file.csv> | understand --in <file.csv> --out <file.csv>");
        return 2;
    }

    private static int Train(Arguments arguments, TextWriter output)
    {
        var (catalogue, examples, answers, fingerprint) = ExampleFiles.Load(arguments.ContentFolder);
        var model = new ModelTrainer(new(catalogue)).Train(examples.All, answers.All, catalogue.WithAlur, fingerprint);
        using var file = File.Create(Path.Combine(arguments.ContentFolder, LearnedModel.FileName));
        model.Write(file);
        output.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"learned from {examples.All.Count} examples of messages and {answers.All.Count} of answers: {file.Length / 1024} kB"));
        return 0;
    }

    private static async Task WriteAsync(IEnumerable<Verdict> verdicts, string path)
    {
        await using var file = File.Create(path);
        await using var csv = CsvWriter.Create(file, new CsvWriterOptions(), leaveOpen: true);
        await csv.WriteRecordAsync(["text", "intent", "alur", "confidence", "runner_up", "decided_by"], CancellationToken.None);
        foreach (var verdict in verdicts)
        {
            var confidence = verdict.Confidence.ToString("F3", CultureInfo.InvariantCulture);
            await csv.WriteRecordAsync(
                [verdict.Asked.Text, verdict.Intent, verdict.Alur, confidence, verdict.RunnerUp, verdict.DecidedBy],
                CancellationToken.None);
        }

        await csv.FlushAsync(CancellationToken.None);
    }
}
