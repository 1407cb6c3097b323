namespace Dukcapil.Bot.Alur;

/// <summary>Who does something: an officer (<see cref="StaffActor"/>), the resident, or the program itself.</summary>
public record Actor
{
    private protected Actor(ActorKind kind) => Kind = kind;

    /// <summary>The resident (or sponsor) whose affair it is, writing from the number it belongs to.</summary>
    public static Actor Resident { get; } = new(ActorKind.Resident);

    /// <summary>The program: a job or a worker.</summary>
    public static Actor System { get; } = new(ActorKind.System);

    /// <summary>Which kind of actor it is.</summary>
    public ActorKind Kind { get; }

    /// <summary>The account of an officer; null for the others.</summary>
    public Guid? StaffId => (this as StaffActor)?.Id;

    /// <summary>Whether it is an officer of a desk.</summary>
    public bool Has(StaffRole role) => (this as StaffActor)?.Role == role;
}

/// <summary>An officer.</summary>
/// <param name="Id">Account.</param>
/// <param name="Role">Desk.</param>
public sealed record StaffActor(Guid Id, StaffRole Role) : Actor(ActorKind.Staff);

/// <summary>Kinds of actors.</summary>
public enum ActorKind
{
    /// <summary>An officer.</summary>
    Staff,

    /// <summary>The resident.</summary>
    Resident,

    /// <summary>The program itself.</summary>
    System,
}
