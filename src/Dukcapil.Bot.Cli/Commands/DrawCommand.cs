using System.Text;
using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Appointments;
using Dukcapil.Bot.Core.Content;
using Dukcapil.Bot.Core.Information.Complaints;
using Dukcapil.Bot.Core.Queues;
using Dukcapil.Bot.Core.Reminders.Campaigns;
using Dukcapil.Bot.Dialogs.Checking;

namespace Dukcapil.Bot.Cli.Commands;

/// <summary>
/// <c>draw</c>: Mermaid pictures as Markdown, to the console or as <c>dialog.md</c>, <c>alur.md</c> and <c>mesin-keadaan.md</c>.
/// </summary>
internal static class DrawCommand
{
    internal static int Run(Arguments arguments, TextWriter output)
    {
        var content = BotContentLoader.Load(arguments.ContentFolder, ContentFeatures.None);
        (string File, string Text)[] pages =
        [
            ("dialog.md", Page("Dialog", content.Dialogs.Dialogs.Values
                .Where(dialog => dialog.File is not null)
                .Select(dialog => (dialog.Id, DialogDrawing.Draw(dialog)))
                .Prepend(("Semua", DialogDrawing.DrawCalls(content.Dialogs))))),
            ("alur.md", Page("Alur", content.Alur.All.Select(alur => (alur.Id, AlurDrawing.Flowchart(alur))))),
            ("mesin-keadaan.md", Page("Mesin keadaan",
            [
                ("Permohonan", CaseWorkflow.ToMermaid()),
                ("Kunjungan di loket", VisitRules.Machine.ToMermaid()),
                ("Janji temu", BookingRules.Machine.ToMermaid()),
                ("Pengingat massal dan siaran", CampaignRules.Machine.ToMermaid()),
                ("Pengaduan", ComplaintRules.Machine.ToMermaid()),
            ])),
        ];
        foreach (var (file, text) in pages)
        {
            if (arguments.Word is not { } folder)
            {
                output.Write(text);
                continue;
            }

            Directory.CreateDirectory(folder);
            File.WriteAllText(Path.Combine(folder, file), text);
        }

        return 0;
    }

    private static string Page(string title, IEnumerable<(string Name, string Mermaid)> drawings)
    {
        var page = new StringBuilder().Append("# ").Append(title).Append('\n');
        foreach (var (name, mermaid) in drawings)
            page.Append("\n## ").Append(name).Append("\n\n```mermaid\n").Append(mermaid.TrimEnd('\n')).Append("\n```\n");
        return page.ToString();
    }
}
