using Guard = Dukcapil.Bot.Alur.StateGuard<Dukcapil.Bot.Alur.CaseSituation>;

namespace Dukcapil.Bot.Alur;

/// <summary>Guards of acts on cases: who may act, and what else the act needs.</summary>
internal static class CaseGuards
{
    private static readonly StaffRole[] Supervisors = [StaffRole.Kasi, StaffRole.Kabid, StaffRole.Kadis];

    private static readonly Guard NamesBerkas = new(s => s.NamedBerkas is not null, WorkflowRefusal.UnknownBerkas.Code);

    internal static readonly Guard ByStaff = new(s => s.Actor.Kind == ActorKind.Staff, WorkflowRefusal.StaffOnly.Code);

    internal static readonly Guard ByResident = new(s => s.Actor.Kind == ActorKind.Resident, WorkflowRefusal.ResidentOnly.Code, "penduduk");

    internal static readonly Guard BySystem = new(s => s.Actor.Kind == ActorKind.System, WorkflowRefusal.SystemOnly.Code, "sistem");

    internal static readonly Guard ByStaffOrSystem = new(s => s.Actor.Kind != ActorKind.Resident, WorkflowRefusal.StaffOnly.Code);

    /// <summary>The role of the current step.</summary>
    internal static readonly Guard Desk = new(s => s.HoldsDesk, WorkflowRefusal.OtherRole.Code, "meja langkah ini");

    /// <summary>The role of the current step, or a supervisor who ranks above it.</summary>
    internal static readonly Guard DeskOrSuperior = new(
        s => s.HoldsDesk || Supervisors.Any(role => role > s.Step.Role && s.Actor.Has(role)), WorkflowRefusal.OtherRole.Code,
        "meja langkah ini atau atasannya");

    /// <summary>The counter officer at the first step; a supervisor at their own step.</summary>
    internal static readonly Guard[] Rejecter =
    [
        new(
            s => s.AtFirstStep || Supervisors.Contains(s.Step.Role), WorkflowRefusal.MayNotReject.Code,
            "di langkah pertama, kasi, kabid atau kadis"),
        Desk,
    ];

    /// <summary>The counter officer or the head of section, whoever looks after uncollected results; or the system.</summary>
    internal static readonly Guard CounterOrSection = new(
        s => s.Actor.Kind == ActorKind.System || s.Actor.Has(StaffRole.Petugas) || s.Actor.Has(StaffRole.Kasi),
        WorkflowRefusal.OtherRole.Code, "petugas, kasi atau sistem");

    internal static readonly Guard Reason = new(s => HasReason(s), WorkflowRefusal.ReasonMissing.Code, "alasan ditulis");

    internal static readonly Guard ReasonToAskAgain = new(
        s => s.Request.BerkasBecomes != BerkasStatus.ReplacementNeeded || HasReason(s), WorkflowRefusal.ReasonMissing.Code);

    internal static readonly Guard[] TickableTask =
    [
        new(s => s.Task is not null, WorkflowRefusal.UnknownTask.Code),
        new(s => s.Task is not { Kind: TaskKind.Penyerahan }, WorkflowRefusal.HandOverSeparately.Code, "bukan penyerahan"),
        new(s => !(s.Request.Ticked && s.IsTicked), WorkflowRefusal.AlreadyTicked.Code),
        new(s => s.Request.Ticked || s.IsTicked, WorkflowRefusal.NotTicked.Code),
    ];

    internal static readonly Guard[] ApplicableBerkas =
        [NamesBerkas, new(s => s.NamedBerkas != BerkasStatus.NotApplicable, WorkflowRefusal.BerkasNotApplicable.Code, "berkas berlaku")];

    internal static readonly Guard[] BerkasAskedFor =
    [
        NamesBerkas,
        new(s => s.NamedBerkas == BerkasStatus.ReplacementNeeded, WorkflowRefusal.BerkasNotAskedFor.Code, "berkas diminta lagi"),
    ];

    internal static readonly Guard[] BerkasNotJudged =
        [NamesBerkas, new(s => s.NamedBerkas == BerkasStatus.Sent, WorkflowRefusal.BerkasNotAskedFor.Code, "berkas belum dinilai")];

    internal static readonly Guard NothingOutstanding = new(
        s => !s.BerkasAfter.Any(status => status is BerkasStatus.ReplacementNeeded or BerkasStatus.Missing),
        WorkflowRefusal.BerkasOutstanding.Code, "semua berkas datang");

    internal static readonly Guard HoldEnded = new(s => s.Case.HoldEnded, WorkflowRefusal.HoldNotEnded.Code, "penahanan berakhir");

    internal static readonly Guard EarlierTarget = new(
        s => CaseWorkflow.Before(s.Alur, s.Step).Any(step => step.Id == s.Request.TargetStepId), WorkflowRefusal.NotEarlierStep.Code);

    internal static readonly Guard NotYetForwarded = new(
        s => s is { AtFirstStep: true, Case.LeftFirstDesk: false }, WorkflowRefusal.OperatorStarted.Code, "operator belum mulai");

    internal static readonly Guard LastStep = new(s => s.AtLastStep, WorkflowRefusal.NotLastStep.Code, "langkah terakhir");

    internal static readonly Guard FollowingStep = new(s => !s.AtLastStep, WorkflowRefusal.UnknownStep.Code, "ke langkah berikutnya");

    internal static readonly Guard[] ReadyForHandOver =
    [
        new(s => s.AllButHandOverTicked, WorkflowRefusal.TasksUnfinished.Code, "tugas lengkap"),
        new(s => s.BerkasSettled, WorkflowRefusal.BerkasUnjudged.Code, "berkas dinilai"),
    ];

    internal static readonly Guard Collector = new(
        s => !string.IsNullOrWhiteSpace(s.Request.Collector), WorkflowRefusal.CollectorMissing.Code, "nama pengambil ditulis");

    private static bool HasReason(CaseSituation situation) => !string.IsNullOrWhiteSpace(situation.Request.Reason);
}
