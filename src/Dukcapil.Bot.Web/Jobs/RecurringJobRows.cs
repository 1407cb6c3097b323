using Dukcapil.Bot.Core.Appointments;
using Dukcapil.Bot.Core.Appointments.Notices;
using Dukcapil.Bot.Core.Appointments.Planning;
using Dukcapil.Bot.Core.Appointments.Waiting;
using Dukcapil.Bot.Core.Casework;
using Dukcapil.Bot.Core.Casework.Collecting;
using Dukcapil.Bot.Core.Casework.Deadlines;
using Dukcapil.Bot.Core.Conversations;
using Dukcapil.Bot.Core.Information.Visits;
using Dukcapil.Bot.Core.MessageOperations;
using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Core.Messaging.Media;
using Dukcapil.Bot.Core.Messaging.Outbox;
using Dukcapil.Bot.Core.Messaging.Templates;
using Dukcapil.Bot.Core.Queues;
using Dukcapil.Bot.Core.Reminders.Imports;
using Dukcapil.Bot.Core.Residents;
using Dukcapil.Bot.Core.Telemetry;
using Hangfire;

namespace Dukcapil.Bot.Web.Jobs;

/// <summary>
/// Everything the office does by the clock, one row each: what, what becomes of a missed run, and the service that does it. When it
/// runs stands in the settings, <c>Jobs:{name}:Cron</c>. Whoever adds a row adds its line there and in <c>docs/runbook.md</c>.
/// </summary>
public static class RecurringJobRows
{
    /// <summary>Settles messages of unknown outcome; also run when an administrator asks.</summary>
    public const string ReconcileOutbox = "ReconcileOutbox";

    /// <summary>Fetches and checks files of residents; also run as soon as a message with files is committed.</summary>
    public const string FetchFiles = "FetchFiles";

    /// <summary>The rows.</summary>
    public static IReadOnlyList<RecurringJobRow> All { get; } =
    [
        Sweep("AdvanceCases", "Meneruskan permohonan ke meja berikutnya",
            (CaseAdvancer cases, DateOnly _, CancellationToken cancel) => cases.RunAsync(cancel),
            moved => $"{moved} permohonan diteruskan") with { AtStart = true },
        Sweep(ReconcileOutbox, "Mencocokkan pesan yang belum pasti terkirim dengan catatan penyedia",
            (OutboxReconciler outbox, DateOnly _, CancellationToken cancel) => outbox.RunAsync(cancel),
            done => $"{done.Settled} pesan dicocokkan, {done.Left} belum dapat dicocokkan"),
        Sweep("FetchMissed", "Mengambil pesan masuk yang terlewat dari catatan penyedia",
            (MissedMessages missed, DateOnly _, CancellationToken cancel) => missed.RunAsync(cancel),
            found => $"{found.Listed} pesan masuk dicocokkan; {found.Taken} terlewat dan diambil, {found.Left} belum dapat diambil")
            with { AtStart = true },
        Sweep(FetchFiles, "Mengambil dan memeriksa foto dan berkas kiriman penduduk",
            (IServiceProvider services, DateOnly _, CancellationToken cancel) => FetchFilesAsync(services, cancel),
            files => $"{files} berkas dikerjakan") with { AtStart = true },
        Sweep("WatchMessages", "Memeriksa gangguan pesan masuk dan keluar",
            (MessageWatch watch, DateOnly _, CancellationToken cancel) => watch.RunAsync(cancel),
            open => open > 0 ? $"{open} gangguan" : "Tidak ada gangguan"),
        Sweep("CheckTemplates", "Memeriksa persetujuan templat di penyedia",
            (IServiceProvider services, DateOnly _, CancellationToken cancel) => CheckTemplatesAsync(services, cancel),
            states => $"{states.Count} templat diperiksa: {states.Count(state => state.IsApproved)} disetujui, "
                + $"{states.Count(state => state.IsStopped)} terhenti"),
        Sweep("MoveOffers", "Melepas waktu yang tidak jadi dipilih dan menawarkannya kepada yang menunggu",
            (WaitingListOffers round, DateOnly _, CancellationToken cancel) => round.RunAsync(cancel),
            done => $"{done.Lapsed} waktu dilepas, {done.Settled} tawaran berakhir, {done.Free} waktu kosong ditawarkan"),
        Sweep("TellNear", "Memberi tahu penduduk yang gilirannya sudah dekat",
            (NearTurnNotifier near, DateOnly _, CancellationToken cancel) => near.RunAsync(cancel), told => $"{told} orang diberi tahu"),
        Sweep("TellVisits", "Mengabari yang meminta tentang jadwal keliling yang baru, berubah, atau batal",
            (FieldVisitNews news, DateOnly _, CancellationToken cancel) => news.RunAsync(cancel), told => $"{told} penduduk dikabari"),
        Sweep("TidyImports", "Membereskan impor daftar yang terputus",
            (ImportBook imports, DateOnly _, CancellationToken cancel) => imports.TidyAsync(cancel), broken => $"{broken} impor terputus"),
        Sweep("WatchDeadlines", "Menghitung tenggat dan memberi tahu pemegang, kepala seksi, lalu kepala dinas",
            (DeadlineWatch watch, DateOnly _, CancellationToken cancel) => watch.RunAsync(cancel),
            seen => $"{seen.Running} tenggat berjalan, {seen.Warned} pemberitahuan baru"),
        Sweep("RemindIdle", "Mengingatkan satu kali penduduk yang berhenti di tengah isian",
            (IdleDrafts drafts, DateOnly _, CancellationToken cancel) => drafts.RunAsync(cancel),
            told => $"{told} penduduk diingatkan") with { TellsResidents = true },

        Latest("PlanSlots", "Menyusun waktu janji temu menurut rencana loket",
            (SlotSchedule schedule, DateOnly _, CancellationToken cancel) => schedule.RunAsync(cancel),
            planned => $"{planned.SlotsAdded} waktu baru, {planned.SlotsWithdrawn} dihapus, "
                + $"{planned.Displaced.Count} janji perlu dipindahkan")
            with { AtStart = true },
        Latest("CheckHolidays", "Memeriksa apakah hari libur tahun ini dan tahun depan sudah dimasukkan",
            (CalendarWatch calendar, DateOnly _, CancellationToken cancel) => calendar.RunAsync(cancel),
            missing => missing.Count > 0 ? $"Hari libur {string.Join(", ", missing)} belum dimasukkan" : "Hari libur lengkap"),
        Latest("RemindBookings", "Memastikan pengingat janji temu hari ini dan besok sudah tertulis",
            (DueAppointments due, DateOnly _, CancellationToken cancel) => due.RunAsync(cancel),
            missing => $"{missing} janji temu tanpa pengingat ditemukan"),
        Latest("PurgeExpired", "Menghapus data yang sudah lewat masa simpan",
            (Retention retention, DateOnly _, CancellationToken cancel) => retention.RunAsync(cancel),
            gone => $"{gone.Photos} foto, {gone.Drafts} isian terbengkalai, {gone.Messages} isi pesan dihapus; "
                + $"tersisa lewat waktu: {gone.Left}"),
        Latest("RemindUncollected", "Mengingatkan penduduk yang hasilnya belum diambil",
            (UncollectedResults results, DateOnly _, CancellationToken cancel) => results.RemindAsync(cancel),
            told => $"{told} penduduk diingatkan") with { OnlyOpenDays = true, TellsResidents = true },
        Latest("CloseUncollected", "Menutup permohonan yang hasilnya tidak diambil, bila kantor menyalakannya",
            (UncollectedResults results, DateOnly _, CancellationToken cancel) => results.CloseAsync(cancel),
            closed => $"{closed} permohonan ditutup") with { OnlyOpenDays = true, TellsResidents = true },

        Each("CloseQueue", "Menutup antrean hari yang sudah berakhir",
            (QueueClosing closing, DateOnly day, CancellationToken cancel) => closing.RunAsync(day, cancel),
            ended => $"{ended} nomor antrean ditutup"),
        Each("CloseBookings", "Mencatat yang punya janji temu dan tidak hadir",
            (Attendance attendance, DateOnly day, CancellationToken cancel) => attendance.CloseDaysAsync(day, cancel),
            away => $"{away} orang tidak hadir"),
    ];

    private static RecurringJobRow Sweep<TService, TResult>(
        string name, string title, Func<TService, DateOnly, CancellationToken, Task<TResult>> doAsync, Func<TResult, string> say)
        where TService : notnull => Row(name, MisfireHandlingMode.Relaxed, title, doAsync, say) with { IsSweep = true };

    private static RecurringJobRow Latest<TService, TResult>(
        string name, string title, Func<TService, DateOnly, CancellationToken, Task<TResult>> doAsync, Func<TResult, string> say)
        where TService : notnull => Row(name, MisfireHandlingMode.Relaxed, title, doAsync, say);

    private static RecurringJobRow Each<TService, TResult>(
        string name, string title, Func<TService, DateOnly, CancellationToken, Task<TResult>> doAsync, Func<TResult, string> say)
        where TService : notnull => Row(name, MisfireHandlingMode.Strict, title, doAsync, say);

    private static RecurringJobRow Row<TService, TResult>(
        string name, MisfireHandlingMode misfire, string title,
        Func<TService, DateOnly, CancellationToken, Task<TResult>> doAsync, Func<TResult, string> say)
        where TService : notnull => new()
        {
            Name = name,
            Title = title,
            Misfire = misfire,
            DoAsync = (services, day, cancel) => JobTelemetry.RunAsync(
                name, async () => say(await doAsync(services.GetRequiredService<TService>(), day, cancel))),
        };

    /// <summary>Fetches until nothing is due. Residents whose file was refused have news in their inbox.</summary>
    private static async Task<int> FetchFilesAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var (intake, inbox) = (services.GetRequiredService<MediaIntake>(), services.GetRequiredService<InboxQueue>());
        for (var files = 0; ;)
        {
            var (told, handled) = await intake.RunAsync(cancellationToken);
            foreach (var address in told) inbox.Add(address);
            if (handled == 0) return files;
            files += handled;
        }
    }

    /// <summary>The provider does not tell of approvals; what waited for one may go now.</summary>
    private static async Task<IReadOnlyList<TemplateState>> CheckTemplatesAsync(
        IServiceProvider services, CancellationToken cancellationToken)
    {
        var states = await services.GetRequiredService<TemplateSync>().CheckAsync(cancellationToken);
        services.GetRequiredService<OutboxSignal>().Signal.Raise();
        return states;
    }
}
