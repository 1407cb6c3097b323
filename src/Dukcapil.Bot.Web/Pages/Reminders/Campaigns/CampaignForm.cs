using Dukcapil.Bot.Core.Reminders.Campaigns;
using Dukcapil.Bot.Core.Time;
using Dukcapil.Bot.Web.Pages.Appointments;

namespace Dukcapil.Bot.Web.Pages.Reminders.Campaigns;

/// <summary>Reads what was typed on the page on which campaigns are written.</summary>
internal sealed class CampaignForm(IFormCollection form, OfficeClock clock)
{
    private const int Oldest = 120;
    private readonly TypedForm _typed = new(form);

    /// <summary>Form field to what is wrong with it.</summary>
    public IReadOnlyDictionary<string, string> Problems => _typed.Problems;

    /// <summary>The draft as typed; of no use while there are problems.</summary>
    public CampaignDraft Read(CampaignKind kind, int mostPerMinute)
    {
        var starts = _typed.Day("mulaiHari", "Hari mulai").ToDateTime(_typed.Time("mulaiJam", "Jam mulai"));
        var last = _typed.Day("sampaiHari", "Hari terakhir");
        if (_typed.IsSound && last < DateOnly.FromDateTime(starts)) _typed.Reject("sampaiHari", "Hari terakhir harus sesudah hari mulai.");
        return new CampaignDraft
        {
            Kind = kind,
            Title = _typed.Text("judul", "Judul", CampaignDraft.LongestTitle),
            TextId = _typed.Text("teks", "Teks", CampaignDraft.LongestText),
            TextEn = _typed.Text("text", "Teks", CampaignDraft.LongestText, isOptional: true),
            Audience = kind == CampaignKind.Recording ? People() : Residents(),
            StartsAt = clock.At(starts),
            EndsAt = clock.StartOf(last.AddDays(_typed.IsSound ? 1 : 0)),
            PerMinute = _typed.Number("kecepatan", "Kecepatan", 1, mostPerMinute),
            SpacingDays = _typed.Number("jarak", "Jarak", 0, 365),
            MostAYear = _typed.Number("setahun", "Batas setahun", 1, 365),
            HeldOutPercent = _typed.Number("pembanding", "Pembanding", 0, 50),
        };
    }

    private CampaignAudience People() => new()
    {
        Places = _typed.All("kelurahan"),
        FromAge = (short?)Optional("dariUmur", "Umur", 0, Oldest),
        ToAge = (short?)Optional("sampaiUmur", "Umur", 0, Oldest),
        Married = form["kawin"].ToString() switch { "ya" => true, "tidak" => false, _ => null },
        UntoldDays = Optional("belumSejak", "Hari", 1, 3650),
        LeadDays = _typed.Number("menjelang", "Hari", 0, 730),
    };

    private CampaignAudience Residents()
    {
        var topic = _typed.Text("topik", "Topik", 60, isOptional: true);
        if (topic.Length == 0 && !_typed.Ticked("permohonan")) _typed.Reject("topik", "Pilih paling sedikit satu golongan penerima.");
        return new CampaignAudience { Topic = topic.Length == 0 ? null : topic, OpenCases = _typed.Ticked("permohonan") };
    }

    private int? Optional(string field, string label, int least, int most) =>
        string.IsNullOrWhiteSpace(form[field]) ? null : _typed.Number(field, label, least, most);
}
