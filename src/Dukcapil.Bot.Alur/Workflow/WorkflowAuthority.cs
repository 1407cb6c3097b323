namespace Dukcapil.Bot.Alur;

/// <summary>Who may make a transition.</summary>
/// <param name="Kind">The kind of actor.</param>
/// <param name="Label">Who that is, for drawings.</param>
/// <param name="Permits">For staff, why these roles may not at this step; null when they may.</param>
internal sealed record WorkflowAuthority(ActorKind Kind, string Label, Func<CaseSituation, WorkflowRefusal?> Permits)
{
    private static readonly StaffRole[] Supervisors = [StaffRole.Kasi, StaffRole.Kabid, StaffRole.Kadis];

    internal static readonly WorkflowAuthority Resident = new(ActorKind.Resident, "penduduk", _ => null);

    internal static readonly WorkflowAuthority System = new(ActorKind.System, "sistem", _ => null);

    /// <summary>The role of the current step.</summary>
    internal static readonly WorkflowAuthority Desk = new(ActorKind.Staff, "meja langkah ini", HoldsDesk);

    /// <summary>The role of the current step, or a supervisor who ranks above it.</summary>
    internal static readonly WorkflowAuthority DeskOrSuperior = new(ActorKind.Staff, "meja langkah ini atau atasannya", situation =>
        Supervisors.Any(role => role > situation.Step.Role && situation.Actor.Has(role)) ? null : HoldsDesk(situation));

    /// <summary>The counter officer at the first step; a supervisor at their own step.</summary>
    internal static readonly WorkflowAuthority Rejecter = new(ActorKind.Staff, "petugas di langkah pertama, kasi, kabid, kadis", situation =>
        situation.AtFirstStep || Supervisors.Contains(situation.Step.Role) ? HoldsDesk(situation) : WorkflowRefusal.MayNotReject);

    /// <summary>The counter officer or the head of section, whoever looks after uncollected results.</summary>
    internal static readonly WorkflowAuthority CounterOrSection = new(ActorKind.Staff, "petugas atau kasi", situation =>
        situation.Actor.Has(StaffRole.Petugas) || situation.Actor.Has(StaffRole.Kasi) ? null : WorkflowRefusal.OtherRole);

    internal WorkflowRefusal? KindRefusal(Actor actor) => actor.Kind == Kind ? null : Kind switch
    {
        ActorKind.Staff => WorkflowRefusal.StaffOnly,
        ActorKind.Resident => WorkflowRefusal.ResidentOnly,
        _ => WorkflowRefusal.SystemOnly,
    };

    private static WorkflowRefusal? HoldsDesk(CaseSituation situation) =>
        situation.Actor.Has(situation.Step.Role) ? null : WorkflowRefusal.OtherRole;
}
