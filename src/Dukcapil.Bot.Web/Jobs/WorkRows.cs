using Dukcapil.Bot.Core.Appointments;
using Dukcapil.Bot.Core.Appointments.Notices;
using Dukcapil.Bot.Core.Appointments.Planning;
using Dukcapil.Bot.Core.Appointments.Waiting;
using Dukcapil.Bot.Core.Casework;
using Dukcapil.Bot.Core.Casework.Collecting;
using Dukcapil.Bot.Core.Casework.Deadlines;
using Dukcapil.Bot.Core.Conversations;
using Dukcapil.Bot.Core.Information.Visits;
using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Core.Messaging.Outbox;
using Dukcapil.Bot.Core.Messaging.Templates;
using Dukcapil.Bot.Core.Queues;
using Dukcapil.Bot.Core.Reminders.Imports;
using Dukcapil.Bot.Core.Residents;
using Dukcapil.Bot.Core.Scheduling;
using Dukcapil.Bot.Core.Telemetry;
using Dukcapil.Bot.Core.Watching;

namespace Dukcapil.Bot.Web.Jobs;

/// <summary>
/// Everything the office does by the clock, one row each: what, what becomes of a missed run, and the service that does it. When it
/// runs stands in the settings, <c>Jobs:{name}:Cron</c>. Whoever adds a row adds its line there and in <c>docs/runbook.md</c>.
/// </summary>
public static class WorkRows
{
    /// <summary>Moves cases; also run as soon as a step is finished.</summary>
    public const string AdvanceCases = "AdvanceCases";

    /// <summary>Settles messages of unknown outcome; also run when an administrator asks.</summary>
    public const string ReconcileOutbox = "ReconcileOutbox";

    /// <summary>The rows.</summary>
    public static IReadOnlyList<ScheduledWork> All { get; } =
    [
        Row(AdvanceCases, MissedRun.Inherent, "Meneruskan permohonan ke meja berikutnya",
            (CaseAdvancer cases, WorkRun _, CancellationToken cancel) => cases.RunAsync(cancel), moved => $"{moved} permohonan diteruskan"),
        Row(ReconcileOutbox, MissedRun.Inherent, "Mencocokkan pesan yang belum pasti terkirim dengan catatan penyedia",
            (OutboxReconciler outbox, WorkRun _, CancellationToken cancel) => outbox.RunAsync(cancel),
            done => $"{done.Settled} pesan dicocokkan, {done.Left} belum dapat dicocokkan"),
        Row("FetchMissed", MissedRun.Inherent, "Mengambil pesan masuk yang terlewat dari catatan penyedia",
            (MissedMessages missed, WorkRun _, CancellationToken cancel) => missed.RunAsync(cancel),
            found => $"{found.Listed} pesan masuk dicocokkan; {found.Taken} terlewat dan diambil, {found.Left} belum dapat diambil") with { AtStart = true },
        Row("WatchMessages", MissedRun.Inherent, "Memeriksa gangguan pesan masuk dan keluar",
            (MessageWatch watch, WorkRun _, CancellationToken cancel) => watch.RunAsync(cancel), open => open > 0 ? $"{open} gangguan" : "Tidak ada gangguan"),
        Row("CheckTemplates", MissedRun.Inherent, "Memeriksa persetujuan templat di penyedia",
            (IServiceProvider services, WorkRun _, CancellationToken cancel) => CheckTemplatesAsync(services, cancel),
            states => $"{states.Count} templat diperiksa: {states.Count(state => state.IsApproved)} disetujui, {states.Count(state => state.IsStopped)} terhenti"),
        Row("MoveOffers", MissedRun.Inherent, "Melepas waktu yang tidak jadi dipilih dan menawarkannya kepada yang menunggu",
            (OfferRound round, WorkRun _, CancellationToken cancel) => round.RunAsync(cancel),
            done => $"{done.Lapsed} waktu dilepas, {done.Settled} tawaran berakhir, {done.Free} waktu kosong ditawarkan"),
        Row("TellNear", MissedRun.Inherent, "Memberi tahu penduduk yang gilirannya sudah dekat",
            (NearRound near, WorkRun _, CancellationToken cancel) => near.RunAsync(cancel), told => $"{told} orang diberi tahu"),
        Row("TellVisits", MissedRun.Inherent, "Mengabari yang meminta tentang jadwal keliling yang baru, berubah, atau batal",
            (FieldVisitNews news, WorkRun _, CancellationToken cancel) => news.RunAsync(cancel), told => $"{told} penduduk dikabari"),
        Row("TidyImports", MissedRun.Inherent, "Membereskan impor daftar yang terputus",
            (ImportBook imports, WorkRun _, CancellationToken cancel) => imports.TidyAsync(cancel), broken => $"{broken} impor terputus"),
        Row("WatchDeadlines", MissedRun.Inherent, "Menghitung tenggat dan memberi tahu pemegang, kepala seksi, lalu kepala dinas",
            (DeadlineWatch watch, WorkRun _, CancellationToken cancel) => watch.RunAsync(cancel),
            seen => $"{seen.Running} tenggat berjalan, {seen.Warned} pemberitahuan baru"),
        Row("RemindIdle", MissedRun.Inherent, "Mengingatkan satu kali penduduk yang berhenti di tengah isian",
            (IdleDrafts drafts, WorkRun _, CancellationToken cancel) => drafts.RunAsync(cancel), told => $"{told} penduduk diingatkan") with { TellsResidents = true },

        Row("PlanSlots", MissedRun.Latest, "Menyusun waktu janji temu menurut rencana loket",
            (SlotSchedule schedule, WorkRun _, CancellationToken cancel) => schedule.RunAsync(cancel),
            planned => $"{planned.SlotsAdded} waktu baru, {planned.SlotsWithdrawn} dihapus, {planned.Displaced.Count} janji perlu dipindahkan") with { AtStart = true },
        Row("CheckHolidays", MissedRun.Latest, "Memeriksa apakah hari libur tahun ini dan tahun depan sudah dimasukkan",
            (CalendarWatch calendar, WorkRun _, CancellationToken cancel) => calendar.RunAsync(cancel),
            missing => missing.Count > 0 ? $"Hari libur {string.Join(", ", missing)} belum dimasukkan" : "Hari libur lengkap"),
        Row("RemindBookings", MissedRun.Latest, "Memastikan pengingat janji temu hari ini dan besok sudah tertulis",
            (DueAppointments due, WorkRun _, CancellationToken cancel) => due.RunAsync(cancel), missing => $"{missing} janji temu tanpa pengingat ditemukan"),
        Row("PurgeExpired", MissedRun.Latest, "Menghapus data yang sudah lewat masa simpan",
            (Retention retention, WorkRun _, CancellationToken cancel) => retention.RunAsync(cancel),
            gone => $"{gone.Photos} foto, {gone.Drafts} isian terbengkalai, {gone.Messages} isi pesan dihapus; tersisa lewat waktu: {gone.Left}"),
        Row("RemindUncollected", MissedRun.Latest, "Mengingatkan penduduk yang hasilnya belum diambil",
            (UncollectedResults results, WorkRun _, CancellationToken cancel) => results.RemindAsync(cancel),
            told => $"{told} penduduk diingatkan") with { OnlyOpenDays = true, TellsResidents = true },
        Row("CloseUncollected", MissedRun.Latest, "Menutup permohonan yang hasilnya tidak diambil, bila kantor menyalakannya",
            (UncollectedResults results, WorkRun _, CancellationToken cancel) => results.CloseAsync(cancel),
            closed => $"{closed} permohonan ditutup") with { OnlyOpenDays = true, TellsResidents = true },

        Row("CloseQueue", MissedRun.Each, "Menutup antrean hari yang sudah berakhir",
            (QueueClosing closing, WorkRun run, CancellationToken cancel) => closing.RunAsync(run.Day, cancel), ended => $"{ended} nomor antrean ditutup"),
        Row("CloseBookings", MissedRun.Each, "Mencatat yang punya janji temu dan tidak hadir",
            (Attendance attendance, WorkRun run, CancellationToken cancel) => attendance.CloseDaysAsync(run.Day, cancel),
            away => $"{away} orang tidak hadir") with { SeveralADay = true },
    ];

    private static ScheduledWork Row<TService, TResult>(
        string name, MissedRun missed, string title, Func<TService, WorkRun, CancellationToken, Task<TResult>> doAsync, Func<TResult, string> say)
        where TService : notnull => new()
        {
            Name = name,
            Title = title,
            Missed = missed,
            DoAsync = (services, run, cancel) => JobTelemetry.RunAsync(
                name, async () => say(await doAsync(services.GetRequiredService<TService>(), run, cancel))),
        };

    /// <summary>The provider does not tell of approvals; what waited for one may go now.</summary>
    private static async Task<IReadOnlyList<TemplateState>> CheckTemplatesAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var states = await services.GetRequiredService<TemplateSync>().CheckAsync(cancellation);
        services.GetRequiredService<OutboxSignal>().Signal.Raise();
        return states;
    }
}
