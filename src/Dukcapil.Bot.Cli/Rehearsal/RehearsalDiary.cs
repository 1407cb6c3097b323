using System.Globalization;
using Dukcapil.Bot.Content;
using Dukcapil.Bot.Core.Content;
using Dukcapil.Bot.Dialogs.Engine;

namespace Dukcapil.Bot.Cli.Rehearsal;

/// <summary>
/// Stands for the office's appointments while dialogs are tried out: two days with a few times each, every place for whoever asks.
/// </summary>
internal sealed class RehearsalDiary(BotContent content)
{
    private static readonly DialogListItem[] Days =
    [
        new("2026-11-24", new LocalizedText("Selasa, 24 November", "Tuesday, 24 November")),
        new("2026-11-27", new LocalizedText("Jumat, 27 November", "Friday, 27 November")),
    ];

    private static readonly DialogListItem[] Times =
    [
        new("0800", new LocalizedText("08.00 WIB", "08:00 WIB")),
        new("0915", new LocalizedText("09.15 WIB", "09:15 WIB")),
    ];

    private readonly SortedDictionary<int, (string Day, string Time)> _booked = [];
    private int _last;
    private (string Day, string Time)? _held;
    private int? _moves;
    private bool _waits;

    public ActResult Carry(ActRequest act) => act.Name switch
    {
        "booking.invite" => ActResult.Of(
            _booked.Count == 0 ? "open" : "none", ("undangan", DialogValue.Of(_booked.Count == 0 ? "ya" : ""))),
        "booking.subjects" or "booking.ready" => ActResult.Of("none"),
        "booking.days" => ActResult.Of("ok", ("janji-hari-daftar", new DialogValue { Items = Days }), ("janji-keperluan", Purpose(act))),
        "booking.times" => ActResult.Of("ok", ("janji-jam-daftar", new DialogValue { Items = Times })),
        "booking.hold" => Hold(act),
        "booking.confirm" => Confirm(),
        "booking.list" => List(),
        "booking.show" => ActResult.Of("ok", Values(Id(act.Arguments["janji"]), _booked[Id(act.Arguments["janji"])])),
        "booking.cancel" => Cancel(Id(act.Arguments["janji"])),
        "booking.wait" => Wait(true, "ok"),
        "booking.unwait" => Wait(false, _waits ? "ok" : "none"),
        "booking.take" or "booking.skip" => ActResult.Of("gone"),
        _ => ActResult.Ok,
    };

    private DialogValue Purpose(ActRequest act)
    {
        var alur = act.Arguments["untuk"].Split(':') is ["layanan", var service] ? content.Alur.Find(service) : null;
        var title = alur?.Title ?? content.Texts[AppointmentTexts.Collection];
        return DialogValue.Of(title.Id, title);
    }

    private ActResult Hold(ActRequest act)
    {
        _held = (act.Arguments["hari"], act.Arguments["jam"]);
        _moves = act.Arguments["untuk"].Split(':') is ["janji", var id] ? Id(id) : null;
        return ActResult.Of(
            "ok", [.. Values(_last + 1, _held.Value), ("janji-tahan", DialogValue.Of("1")), ("janji-batas", DialogValue.Of("08.10 WIB"))]);
    }

    private ActResult Confirm()
    {
        var id = _moves ?? ++_last;
        _booked[id] = _held!.Value;
        var office = content.Texts["latihan.alamat"];
        return ActResult.Of(
            _moves is null ? "ok" : "changed",
            [
                .. Values(id, _booked[id]), ("janji-bawa", Told("janji.bawa-asli")),
                ("janji-tempat", DialogValue.Of(office.Id, office)), ("janji-kalender", Told("latihan.kalender")),
            ]);
    }

    private ActResult List()
    {
        if (_booked.Count == 0) return ActResult.Of("none", ("janji-menunggu", DialogValue.Of("")));
        var rows = _booked.Select(
            one => new DialogListItem(Text(one.Key), LocalizedText.Same(Code(one.Key)), Row(Days, one.Value.Day).Title)).ToList();
        return ActResult.Of(
            rows.Count == 1 ? "one" : "many",
            ("janji-menunggu", DialogValue.Of(_waits ? "ya" : "")),
            ("janji-daftar", new DialogValue { Items = rows }),
            ("janji-daftar-teks", DialogValue.Of(string.Join('\n', rows.Select(row => row.Title.Id)))),
            ("janji-id", DialogValue.Of(rows[0].Id)));
    }

    private ActResult Wait(bool waits, string outcome)
    {
        _waits = waits;
        return ActResult.Of(outcome);
    }

    private ActResult Cancel(int id)
    {
        var values = Values(id, _booked[id]);
        _booked.Remove(id);
        return ActResult.Of("ok", values);
    }

    private static (string Name, DialogValue Value)[] Values(int id, (string Day, string Time) at) =>
    [
        ("janji-id", DialogValue.Of(Text(id))),
        ("janji-kode", DialogValue.Of(Code(id))),
        ("janji-tanggal", DialogValue.Of(at.Day, Row(Days, at.Day).Title)),
        ("janji-pukul", DialogValue.Of(at.Time, Row(Times, at.Time).Title)),
    ];

    private DialogValue Told(string key) => DialogValue.Of("", content.Texts[key]);

    private static DialogListItem Row(DialogListItem[] rows, string id) => Array.Find(rows, row => row.Id == id)!;

    private static string Code(int id) => string.Create(CultureInfo.InvariantCulture, $"J-UJI-{id}");

    private static string Text(int id) => id.ToString(CultureInfo.InvariantCulture);

    private static int Id(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
