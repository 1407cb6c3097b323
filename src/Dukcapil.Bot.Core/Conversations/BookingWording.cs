using System.Globalization;
using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Content;
using Dukcapil.Bot.Core.Appointments;
using Dukcapil.Bot.Core.Appointments.Notices;
using Dukcapil.Bot.Core.Appointments.Passes;
using Dukcapil.Bot.Core.Casework;
using Dukcapil.Bot.Core.Content;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Time;
using Dukcapil.Bot.Dialogs.Engine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dukcapil.Bot.Core.Conversations;

/// <summary>Says appointments in words, as values for the texts of <c>janji.yaml</c>.</summary>
public sealed class BookingWording(
    BotContentHolder content, BookingNotices notices, BookingLinks links, AlurVersions alurs, OfficeClock clock, IOptions<OfficeOptions> office)
{
    /// <summary>Code, time and purpose of an appointment or hold.</summary>
    public (string Name, DialogValue Value)[] Of(Booking booking)
    {
        ArgumentNullException.ThrowIfNull(booking);
        return
        [
            ("janji-id", DialogValue.Of(booking.Id.ToString(CultureInfo.InvariantCulture))),
            ("janji-kode", DialogValue.Of(booking.Code)),
            ("janji-tanggal", Value(clock.LongDay(booking.StartsAt))),
            ("janji-pukul", Value(clock.Hour(booking.StartsAt))),
            ("janji-keperluan", Value(notices.TitleOf(booking.Service))),
        ];
    }

    /// <summary>The same, with what a resident needs once it is booked: what to bring, the place, and the calendar file.</summary>
    public async Task<(string Name, DialogValue Value)[]> BookedAsync(
        BotDbContext data, Booking booking, CancellationToken cancellationToken) =>
    [
        .. Of(booking),
        ("janji-bawa", Value(await BringAsync(data, booking, cancellationToken))),
        ("janji-tempat", DialogValue.Of(
            office.Value.MapUrl.Length > 0 ? $"{office.Value.Address}\n{office.Value.MapUrl}" : office.Value.Address)),
        ("janji-kalender", DialogValue.Of(links.Calendar(booking))),
    ];

    /// <summary>One line for each appointment, and for each service of which an earlier time is awaited.</summary>
    public DialogValue List(IReadOnlyList<Booking> bookings, IReadOnlyList<string> awaited) => Value(new LocalizedText(
        $"{Lines(bookings, Language.Id)}{Awaited("janji.menunggu-cepat", awaited, Language.Id)}",
        $"{Lines(bookings, Language.En)}{Awaited("janji.menunggu-cepat", awaited, Language.En)}"));

    /// <summary>One line for each service for which somebody without an appointment waits.</summary>
    public DialogValue Awaited(IReadOnlyList<string> services) => Value(new LocalizedText(
        Awaited("janji.menunggu-baris", services, Language.Id).Trim(), Awaited("janji.menunggu-baris", services, Language.En).Trim()));

    /// <summary>A row for an appointment.</summary>
    public DialogListItem Row(Booking booking)
    {
        ArgumentNullException.ThrowIfNull(booking);
        return new DialogListItem(
            booking.Id.ToString(CultureInfo.InvariantCulture), LocalizedText.Same(booking.Code),
            new LocalizedText(When(booking, Language.Id), When(booking, Language.En)));
    }

    /// <summary>The sentence of a refusal.</summary>
    public DialogValue Sentence(Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        return Value(content.Current.Texts[$"penolakan.{refusal.Code}"]);
    }

    internal static DialogValue Value(LocalizedText text) => DialogValue.Of(text.Id, text);

    private string Lines(IReadOnlyList<Booking> bookings, Language language) => string.Join('\n', bookings.Select(booking =>
        content.Current.Texts["janji.baris"].Fill(language, name => name switch
        {
            "kode" => booking.Code,
            "kapan" => When(booking, language),
            "layanan" => notices.TitleOf(booking.Service).In(language),
            _ => null,
        })));

    private string Awaited(string key, IReadOnlyList<string> services, Language language) => string.Concat(services.Select(service =>
        "\n\n" + content.Current.Texts[key].Fill(language, _ => notices.TitleOf(service).In(language))));

    private string When(Booking booking, Language language) => booking.State == BookingState.Displaced
        ? content.Current.Texts["janji.dicarikan"].In(language)
        : $"{clock.LongDay(booking.StartsAt).In(language)}, {clock.Hour(booking.StartsAt).In(language)}";

    /// <summary>
    /// What the resident said would come to the counter, and every original, also one that was photographed; without a case the papers of
    /// the service.
    /// </summary>
    private async Task<LocalizedText> BringAsync(BotDbContext data, Booking booking, CancellationToken cancellationToken)
    {
        var texts = content.Current.Texts;
        if (booking.Service == Service.Collection) return texts["janji.bawa-hasil"];
        var papers = booking.CaseId is { } caseId
            ? await OfCaseAsync(data, caseId, cancellationToken)
            : content.Current.Alur.Find(booking.Service)?.Berkas.Select(Possible).ToList() ?? [];
        if (papers.Count == 0) return texts["janji.bawa-asli"];
        string Listed(Language language) =>
            $"{texts["janji.bawa"].In(language)}\n{string.Join('\n', papers.Select(paper => $"• {paper.In(language)}"))}";
        return new LocalizedText(Listed(Language.Id), Listed(Language.En));
    }

    /// <summary>Nobody has said yet whether a paper with a condition applies.</summary>
    private async Task<IReadOnlyList<LocalizedText>> OfCaseAsync(BotDbContext data, long caseId, CancellationToken cancellationToken)
    {
        var record = await data.Cases.AsNoTracking().Include(one => one.Berkas).SingleAsync(one => one.Id == caseId, cancellationToken);
        var alur = await alurs.FindAsync(record.AlurVersion, cancellationToken);
        var standing = record.Berkas.ToDictionary(berkas => berkas.ItemId, berkas => berkas.Status, StringComparer.Ordinal);
        return alur.Berkas.Where(item => IsBrought(item, standing.GetValueOrDefault(item.Id, BerkasStatus.NotApplicable))).Select(Paper)
            .ToList();
    }

    private static bool IsBrought(BerkasItem item, BerkasStatus status) =>
        status == BerkasStatus.AtCounter || (item.Form == BerkasForm.Asli && status != BerkasStatus.NotApplicable);

    private LocalizedText Paper(BerkasItem item) => item.Form == BerkasForm.Asli ? Named("janji.bawa-berkas-asli", item.Title) : item.Title;

    private LocalizedText Possible(BerkasItem item) => item.When.IsAlways ? Paper(item) : Named("janji.bawa-bila", Paper(item));

    private LocalizedText Named(string key, LocalizedText paper)
    {
        string In(Language language) => content.Current.Texts[key].Fill(language, _ => paper.In(language));
        return new LocalizedText(In(Language.Id), In(Language.En));
    }
}
