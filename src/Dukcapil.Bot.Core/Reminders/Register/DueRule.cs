using System.Linq.Expressions;
using Dukcapil.Bot.Core.Reminders.Register.Records;

namespace Dukcapil.Bot.Core.Reminders.Register;

/// <summary>
/// Who is due for recording: a citizen who is 17 or soon will be, or is or was married (UU 24/2013 Pasal 63), and is not yet recorded. The
/// SQL function <c>is_due</c> says the same; a test holds the two together. Everybody in the register is a citizen.
/// </summary>
public static class DueRule
{
    /// <summary>Age from which recording is a duty, in years.</summary>
    public const int Age = 17;

    /// <summary>The rule in SQL, of the row <c>p</c> of <c>unrecorded_people</c> and the parameter <c>@latest_birth</c>.</summary>
    public const string Sql = "is_due(p.status, p.ever_married, p.birth_date, @latest_birth)";

    /// <summary>
    /// Whoever was born on this day or before is old enough on <paramref name="today"/>, or will be within so many days. Who was born on 29
    /// February is 17 on 1 March of a year without one.
    /// </summary>
    public static DateOnly LatestBirth(DateOnly today, int aheadDays) => today.AddDays(aheadDays).AddYears(-Age);

    /// <summary>The rule for a query.</summary>
    public static Expression<Func<UnrecordedPersonRecord, bool>> IsDue(DateOnly latestBirth) =>
        person => person.Status == PersonStatus.Unrecorded && (person.EverMarried || person.BirthDate <= latestBirth);
}
