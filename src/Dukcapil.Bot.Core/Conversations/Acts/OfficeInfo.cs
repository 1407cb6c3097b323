using Dukcapil.Bot.Core.Content;
using Dukcapil.Bot.Core.Information.Topics;
using Dukcapil.Bot.Core.Time;
using Dukcapil.Bot.Dialogs.Engine;
using Microsoft.Extensions.Options;

namespace Dukcapil.Bot.Core.Conversations.Acts;

/// <summary><c>office.info</c>: sets <c>alamat, jam-layanan, buka-sekarang, kontak</c>.</summary>
public sealed class OfficeInfo(
    BotContentHolder content, OfficeClock clock, OfficeCalendarHolder calendar, IOptions<OfficeOptions> options) : IAct
{
    /// <inheritdoc/>
    public string Name => "office.info";

    /// <inheritdoc/>
    public ActIsolation Reach => ActIsolation.ReadsOnly;

    /// <inheritdoc/>
    public Task<ActResult> RunAsync(ResidentTurn turn, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken)
    {
        var office = options.Value;
        var texts = content.Current.Texts;
        var language = turn.State.Language;
        return Task.FromResult(ActResult.Of(
            "ok",
            ("alamat", DialogValue.Of(office.Address)),
            ("jam-layanan", DialogValue.Of(OpeningHours.Describe(calendar.Current, texts, language))),
            ("buka-sekarang", DialogValue.Of(texts[clock.IsOpen ? "kantor.sedang-buka" : "kantor.sedang-tutup"].In(language))),
            ("kontak", DialogValue.Of(string.Join('\n', Contacts(office).Where(line => line.Length > 0))))));

        IEnumerable<string> Contacts(OfficeOptions stated) =>
            [stated.Phone.Length > 0 ? texts["kantor.telepon"].Fill(language, _ => stated.Phone) : "", stated.Accounts];
    }
}
