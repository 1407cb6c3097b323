using System.Globalization;
using Dukcapil.Bot.Core.Appointments;
using Dukcapil.Bot.Core.Appointments.Planning;
using Dukcapil.Bot.Core.Appointments.Records;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Web.Pages.Appointments;

/// <summary>The rules of booking.</summary>
public sealed class PolicyEditModel(
    StaffPlan desk, IDbContextFactory<BotDbContext> contexts, RefusalTexts refusals) : PlanEditModel(refusals)
{
    /// <summary>The rules as stored.</summary>
    public BookingPolicyRecord Stored { get; private set; } = null!;

    /// <summary>A number field with its limits.</summary>
    public FormField Number(string name, string label, int stored, int least, int most) =>
        Field(name, label, stored.ToString(CultureInfo.InvariantCulture), "number", $"{least} sampai {most}");

    public Task OnGetAsync(CancellationToken cancellationToken) => FindAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await FindAsync(cancellationToken);
        var form = new TypedForm(Request.Form);
        var policy = new BookingPolicyRecord
        {
            LeadMinutes = form.Number("jeda", "Paling lambat dipesan", 0, 10080),
            HorizonDays = form.Number("jauh", "Paling jauh dipesan", 1, 180),
            HoldMinutes = form.Number("pilih", "Waktu memilih", 1, 120),
            MostOpen = form.Number("banyak", "Janji sekaligus", 1, 10),
            LateMinutes = form.Number("terlambat", "Batas terlambat", 0, 240),
            OfferMinutes = form.Number("tawaran", "Lama tawaran", 5, 1440),
            MostOffers = form.Number("tawaranBanyak", "Banyaknya tawaran", 1, 20),
            OffersFrom = form.Time("tawaranMulai", "Tawaran mulai pukul"),
            OffersUntil = form.Time("tawaranSampai", "Tawaran sampai pukul"),
            RemindDayBeforeAt = form.Time("ingatSehari", "Pengingat sehari sebelumnya"),
            RemindMinutesBefore = form.Number("ingatMenit", "Pengingat sebelum waktunya", 15, 1440),
        };
        if (form.IsSound && policy.OffersFrom >= policy.OffersUntil) form.Reject("tawaranSampai", "Jam sampai harus sesudah jam mulai.");
        return await SubmitAsync(
            form, command => desk.SaveAsync(command, policy, cancellationToken), "Aturan janji disimpan.", "/jadwal/rencana");
    }

    private async Task FindAsync(CancellationToken cancellationToken)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        Stored = await data.BookingPolicy.AsNoTracking().SingleAsync(cancellationToken);
    }
}
