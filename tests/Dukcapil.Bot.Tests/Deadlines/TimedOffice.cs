using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Casework;
using Dukcapil.Bot.Core.Casework.Deadlines;
using Dukcapil.Bot.Core.Casework.Records;
using Dukcapil.Bot.Tests.Appointments;
using Dukcapil.Bot.Tests.Data;
using Dukcapil.Bot.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Tests.Deadlines;

/// <summary>
/// An office whose procedure for lost cards has deadlines: 16 working hours in all, 8 for the counter, 4 for the operator.
/// </summary>
internal sealed class TimedOffice
{
    private readonly Hall _hall;
    private readonly IReadOnlyDictionary<StaffRole, StaffActor> _desks;

    private TimedOffice(Hall hall, AlurDefinition alur, IReadOnlyDictionary<StaffRole, StaffActor> desks) =>
        (_hall, Alur, _desks) = (hall, alur, desks);

    /// <summary>The procedure.</summary>
    public AlurDefinition Alur { get; }

    /// <summary>The officer of a desk.</summary>
    public StaffActor this[StaffRole role] => _desks[role];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Sets the deadlines and takes officers on.</summary>
    public static async Task<TimedOffice> OpenAsync(Hall hall)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "dialogs", "alur", "ktp-rusak-hilang.yaml"), Cancel);
        text = text.Replace("penerima: penduduk\n", "penerima: penduduk\ntenggat: { jam: 16, janji: true }\n", StringComparison.Ordinal)
            .Replace("    judul: Verifikasi berkas\n", "    judul: Verifikasi berkas\n    tenggat: { jam: 8 }\n", StringComparison.Ordinal)
            .Replace("    judul: Cetak KTP-el\n", "    judul: Cetak KTP-el\n    tenggat: { jam: 4 }\n", StringComparison.Ordinal);
        var catalogue = AlurCatalogue.Load([("alur/ktp-rusak-hilang.yaml", text)]);
        await hall.Services.Need<AlurVersions>().KeepAsync(catalogue, Cancel);
        var desks = new Dictionary<StaffRole, StaffActor>();
        foreach (var role in Enum.GetValues<StaffRole>()) desks[role] = await hall.Services.HireAsync(role);
        return new TimedOffice(hall, catalogue.All[0], desks);
    }

    /// <summary>A case of resident number <paramref name="n"/>, with every paper brought to the counter.</summary>
    public async Task<CaseRecord> SubmitAsync(int n, long? address = null)
    {
        var submitted = await _hall.TurnAsync(data => _hall.Services.Need<CaseIntake>().SubmitAsync(data, new NewCase
        {
            Alur = Alur,
            AddressId = address,
            Relation = "sendiri",
            Name = "Budi Santoso",
            Nik = Intake.Nik(n),
            Kk = "3672012503199901",
            Answers = new Dictionary<string, string>(StringComparer.Ordinal) { ["kondisi"] = "hilang", ["nikah"] = "belum" },
            Berkas = Alur.Berkas.ToDictionary(item => item.Id, _ => new NewBerkas([], AtCounter: true), StringComparer.Ordinal),
        }, Cancel));
        submitted.IsNew.ShouldBeTrue();
        return await SeeAsync(submitted.Number);
    }

    /// <summary>The case as it is stored.</summary>
    public Task<CaseRecord> SeeAsync(string number) =>
        _hall.ReadAsync(data =>
            data.Cases.AsNoTracking().Include(record => record.Pauses).SingleAsync(record => record.Number == number, Cancel));

    /// <summary>Does something that must be allowed.</summary>
    public async Task<CaseRecord> DoAsync(string number, StaffRole role, CaseCommand command)
    {
        var view = (await _hall.Services.Need<CaseQueries>().FindAsync(number, Cancel)).ShouldNotBeNull();
        var shown = command with { Number = number, Seen = view.Seen };
        (await _hall.Services.Need<CaseOperations>().ApplyAsync(shown, this[role], Cancel)).Refusal?.Code.ShouldBeNull();
        return await SeeAsync(number);
    }

    /// <summary>Asks for something that must be allowed.</summary>
    public Task<CaseRecord> DoAsync(string number, StaffRole role, CaseRequest request) => DoAsync(number, role, new CaseCommand(request));

    /// <summary>Finishes steps until the case stands at one.</summary>
    public async Task<CaseRecord> BringToAsync(string number, string stepId)
    {
        while (await SeeAsync(number) is { } record && record.StepId != stepId)
        {
            var step = Alur.Step(record.StepId)!;
            if (step.VerifiesBerkas)
            {
                await _hall.Services.FinishFirstStepAsync(number, this[step.Role]);
            }
            else
            {
                await DoAsync(number, step.Role, CaseRequest.Take());
                foreach (var task in step.Tasks) await DoAsync(number, step.Role, CaseRequest.Tick(task.Id));
            }

            // News of a case are told apart by their moment; the database keeps no tenth of a microsecond.
            _hall.Clock.Advance(TimeSpan.FromTicks(1));
            await _hall.Services.Need<CaseAdvancer>().RunAsync(Cancel);
        }

        return await SeeAsync(number);
    }

    /// <summary>The notices that wait for the officer of a desk.</summary>
    public Task<IReadOnlyList<DeadlineNotice>> NoticesAsync(StaffRole role) =>
        _hall.Services.Need<DeadlineNotices>().ListAsync(this[role], Cancel);
}
