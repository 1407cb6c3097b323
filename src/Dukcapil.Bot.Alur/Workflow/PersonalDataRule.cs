namespace Dukcapil.Bot.Alur;

/// <summary>
/// Who of the office may see the full numbers and the photos of a case: the counter, and a desk once the case has reached it. A desk
/// that the case has yet to come to has no need of them (UU PDP 27/2022 Pasal 36: only those who must).
/// </summary>
public static class PersonalDataRule
{
    /// <summary>Whether a role may see them while the case stands at a step.</summary>
    public static bool MaySee(AlurDefinition alur, string stepId, StaffRole role)
    {
        ArgumentNullException.ThrowIfNull(alur);
        if (role == StaffRole.Petugas) return true;
        var reached = alur.Steps.TakeWhile(step => step.Id != stepId).Select(step => step.Role).ToList();
        return reached.Contains(role) || alur.Step(stepId)?.Role == role;
    }
}
