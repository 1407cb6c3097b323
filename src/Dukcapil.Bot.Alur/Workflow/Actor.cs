namespace Dukcapil.Bot.Alur;

/// <summary>Who wants to act on a case, as far as the rules must know: no names, no accounts.</summary>
public sealed record Actor
{
    private Actor(ActorKind kind, IReadOnlyList<StaffRole> roles)
    {
        Kind = kind;
        Roles = roles;
    }

    /// <summary>The resident (or sponsor) whose case it is, writing from the case's own WhatsApp number.</summary>
    public static Actor Resident { get; } = new(ActorKind.Resident, []);

    /// <summary>The job that moves cases.</summary>
    public static Actor System { get; } = new(ActorKind.System, []);

    /// <summary>Which kind of actor it is.</summary>
    public ActorKind Kind { get; }

    /// <summary>The roles of a member of staff; empty for the others.</summary>
    public IReadOnlyList<StaffRole> Roles { get; }

    /// <summary>A member of staff with one or more roles.</summary>
    public static Actor Staff(params IReadOnlyList<StaffRole> roles) => new(ActorKind.Staff, roles);

    /// <summary>Whether the actor holds a role.</summary>
    public bool Has(StaffRole role) => Roles.Contains(role);
}

/// <summary>Kinds of actors.</summary>
public enum ActorKind
{
    /// <summary>A member of staff.</summary>
    Staff,

    /// <summary>The resident.</summary>
    Resident,

    /// <summary>The system itself.</summary>
    System,
}
