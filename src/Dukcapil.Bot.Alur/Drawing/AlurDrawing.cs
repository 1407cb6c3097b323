using System.Globalization;
using System.Text;
using Dukcapil.Bot.Content;

namespace Dukcapil.Bot.Alur;

/// <summary>Draws an alur as a flowchart: the residents' papers, then each desk with its tasks.</summary>
public static class AlurDrawing
{
    /// <summary>A Mermaid flowchart of one alur, in the words of the procedure.</summary>
    public static string Flowchart(AlurDefinition alur)
    {
        ArgumentNullException.ThrowIfNull(alur);
        var text = new StringBuilder("flowchart TD\n");
        IEnumerable<string> brought = [.. alur.Berkas.Select(Paper), .. alur.ResidentActions.Select(action => action.Source)];
        Node(text, "s0", "([", "])", alur.BerkasHeading, brought);
        foreach (var (index, step) in alur.Steps.Index())
        {
            Node(text, $"s{index + 1}", "[", "]", step.Source, step.Tasks.Select(task => task.Text));
            text.Append(CultureInfo.InvariantCulture, $"    s{index} --> s{index + 1}\n");
        }

        return text.ToString();
    }

    private static void Node(StringBuilder text, string id, string open, string close, string heading, IEnumerable<string> lines)
    {
        var label = string.Join("<br/>", lines.Select(line => $"• {line}").Prepend(heading).Select(Escape));
        text.Append(CultureInfo.InvariantCulture, $"    {id}{open}\"{label}\"{close}\n");
    }

    private static string Paper(BerkasItem paper) =>
        paper.When.IsAlways ? paper.Source : $"{paper.Source} (jika {Words(paper.When)})";

    private static string Words(Condition condition) =>
        string.Join(", ", condition.Terms.Select(term => $"{term.Key} = {string.Join("/", term.Value)}"));

    /// <summary>Also hides the dot of "2. Petugas …", which Mermaid would take for a Markdown list and refuse to draw.</summary>
    private static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("\"", "#quot;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(". ", "#46; ", StringComparison.Ordinal);
}
