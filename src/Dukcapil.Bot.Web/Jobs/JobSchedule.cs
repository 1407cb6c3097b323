using Dukcapil.Bot.Core.Data;
using Quartz;

namespace Dukcapil.Bot.Web.Jobs;

/// <summary>Every job and when it runs. The store is clustered: on several hosts each run happens once.</summary>
internal static class JobSchedule
{
    public static IServiceCollection AddJobs(this IServiceCollection services, IConfiguration configuration, string connectionString)
    {
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler => scheduler.InstanceName = "dukcapil-bot");
            quartz.UsePersistentStore(store =>
            {
                store.UsePostgres(Database.AppConnection(connectionString));
                store.ConfigureStore(options => options.TablePrefix = "quartz.qrtz_");
                store.ProvisionSchema();
                store.UseClustering();
                store.UseExecutionHistory();
            });
            Add<AdvanceCases>(quartz, AdvanceCases.Key, "0 * * * * ?", "Meneruskan permohonan ke meja berikutnya");
            Add<ReconcileOutbox>(
                quartz, ReconcileOutbox.Key, configuration["Outbox:ReconcileAt"] ?? "0/30 * * * * ?",
                "Mencocokkan pesan yang belum pasti terkirim dengan catatan penyedia");
            Add<WatchMessages>(quartz, WatchMessages.Key, "45 * * * * ?", "Memeriksa gangguan pesan masuk dan keluar");
            Add<FetchMissed>(
                quartz, FetchMissed.Key, configuration["Missed:FetchAt"] ?? "15 0/2 * * * ?", "Mengambil pesan masuk yang terlewat dari catatan penyedia");
            // A host that starts does not know how long nobody listened. A few seconds later it knows its own address, too.
            quartz.AddTrigger(trigger => trigger.ForJob(FetchMissed.Key).WithIdentity(FetchMissed.Key.Name + "AtStart")
                .StartAt(TimeProvider.System.GetUtcNow().AddSeconds(5)));
            Add<CheckTemplates>(quartz, CheckTemplates.Key, "0 0/15 * * * ?", "Memeriksa persetujuan templat di penyedia");
            // 18.05 WIB, after Queue:CloseAt.
            Add<CloseQueue>(quartz, CloseQueue.Key, configuration["Queue:CloseRunsAt"] ?? "0 5 11 * * ?", "Menutup antrean hari yang sudah berakhir");
            Add<MoveOffers>(quartz, MoveOffers.Key, configuration["Appointments:MoveOffersAt"] ?? "30 * * * * ?", "Melepas waktu yang tidak jadi dipilih dan menawarkannya kepada yang menunggu");
            Add<TellVisits>(quartz, TellVisits.Key, "20 * * * * ?", "Mengabari yang meminta tentang jadwal layanan keliling yang baru, berubah, atau batal");
            // 00.05 WIB, and soon after the start: a new day came into reach, or a new alur came with the content.
            Add<PlanSlots>(quartz, PlanSlots.Key, "0 5 17 * * ?", "Menyusun waktu janji temu menurut rencana loket");
            quartz.AddTrigger(trigger => trigger.ForJob(PlanSlots.Key).WithIdentity(PlanSlots.Key.Name + "AtStart")
                .StartAt(TimeProvider.System.GetUtcNow().AddSeconds(10)));
            // 18.00 and 23.30 WIB: the second for a day with late hours.
            Add<CloseBookings>(quartz, CloseBookings.Key, "0 0 11 * * ?", "Mencatat yang punya janji temu dan tidak hadir");
            quartz.AddTrigger(trigger => trigger.ForJob(CloseBookings.Key).WithIdentity(CloseBookings.Key.Name + "Late")
                .WithCronSchedule("0 30 16 * * ?", plan => plan.InTimeZone(TimeZoneInfo.Utc)));
            // 02.15 WIB, when nobody sends photos.
            Add<PurgeExpired>(quartz, PurgeExpired.Key, "0 15 19 * * ?", "Menghapus data yang sudah lewat masa simpan");
        });
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        return services;
    }

    /// <summary>Adds a job and its plan in UTC; the description is read on the page on jobs.</summary>
    private static void Add<TJob>(IQuartzBuilder quartz, JobKey key, string cron, string description)
        where TJob : class, IJob
    {
        quartz.AddJob<TJob>(job => job.WithIdentity(key).WithDescription(description).StoreDurably());
        quartz.AddTrigger(trigger => trigger.ForJob(key).WithIdentity(key.Name)
            .WithCronSchedule(cron, schedule => schedule.InTimeZone(TimeZoneInfo.Utc).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)));
    }
}
