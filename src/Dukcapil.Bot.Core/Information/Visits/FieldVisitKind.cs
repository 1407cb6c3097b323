namespace Dukcapil.Bot.Core.Information.Visits;

/// <summary>Purpose of a field visit.</summary>
public enum FieldVisitKind
{
    /// <summary>Perekaman keliling: recording for the KTP-el.</summary>
    Recording,

    /// <summary>Pendataan penduduk nonpermanen: registering people who live here for a time.</summary>
    Registration,
}

/// <summary>State of a field visit.</summary>
public enum FieldVisitState
{
    /// <summary>As first announced.</summary>
    Planned,

    /// <summary>Time or place are other than first announced.</summary>
    Changed,

    /// <summary>It does not take place.</summary>
    Cancelled,
}
