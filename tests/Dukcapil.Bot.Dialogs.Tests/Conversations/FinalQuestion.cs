using Dukcapil.Bot.Dialogs.Engine;

namespace Dukcapil.Bot.Dialogs.Tests.Conversations;

/// <summary>A question of the office's own dialogs whose yes cannot be taken back, answered once.</summary>
internal sealed record FinalQuestion(string Dialog, string Node, string Act, string Declined)
{
    private static readonly Dictionary<string, FinalQuestion> All = new(StringComparer.Ordinal)
    {
        ["kirim"] = new("intake", "periksa", "case.submit", "batal/"),
        ["batal"] = new("janji-batal", "yakin", "booking.cancel", "janji.cukup"),
        ["stop"] = new("batal", "yakin", "batal.dihentikan", "batal.lanjut"),
        ["hapus"] = new("hapus-data", "yakin", "data.erase", "data.tetap"),
        ["henti"] = new("berhenti-yakin", "yakin", "messages.stop", "data.tetap-dikabari"),
        ["setuju"] = new("intake", "setuju", "consent.record", "persetujuan.ditolak"),
    };

    internal static FinalQuestion Of(string name) => All[name];

    /// <summary>
    /// What an answer led to: <c>ya</c>, <c>tidak</c>, <c>ubah</c> (a correction was begun), <c>tanya</c> (still asked, or something was
    /// answered).
    /// </summary>
    internal string Answer(string text)
    {
        var acts = new List<string>();
        var said = new List<string>();
        var at = Play(text, acts, said);
        var all = string.Join('\n', said);
        if (acts.Contains(Act) || all.Contains(Sentence(Act), StringComparison.Ordinal)) return "ya";
        if (at.StartsWith("ubah-", StringComparison.Ordinal)) return "ubah";
        return at.StartsWith(Declined, StringComparison.Ordinal) || all.Contains(Sentence(Declined), StringComparison.Ordinal)
            ? "tidak"
            : "tanya";
    }

    private string Play(string text, List<string> acts, List<string> said)
    {
        var below = Dialog == "batal" ? new[] { new DialogFrame("intake", "periksa", 6) } : [];
        var values = new Dictionary<string, DialogValue>(StringComparer.Ordinal)
        {
            ["alur"] = DialogValue.Of("sktt"),
            ["berjalan"] = DialogValue.Of("ya"),
        };
        var state = new DialogState { Stack = [.. below, new DialogFrame(Dialog, Node, Dialog == "intake" ? 6 : null)], Values = values };
        var result = ShippedTalk.Engine.Continue(state, new DialogInput
        {
            Kind = InputKind.Text,
            Text = text,
            Today = new DateOnly(2026, 11, 30),
            SincePrevious = TimeSpan.FromMinutes(1),
        });
        while (result.Act is { } act)
        {
            acts.Add(act.Name);
            result = ShippedTalk.Engine.Resume(result.State, ActResult.Ok);
        }

        said.AddRange(result.Replies.Select(reply => reply.Text));
        return result.State.Stack is [.., var top] ? $"{top.Dialog}/{top.Node}" : "";
    }

    private static string Sentence(string key) =>
        ShippedTalk.Engine.Catalogue.Texts.All.TryGetValue(key, out var text) ? text.Id.Split('.')[0] : "\u0000";
}
