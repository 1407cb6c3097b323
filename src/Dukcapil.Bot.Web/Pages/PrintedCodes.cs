using System.Globalization;
using System.Text.RegularExpressions;
using Dukcapil.Bot.Core.Appointments;
using Dukcapil.Bot.Core.Casework.Records;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Information;
using Dukcapil.Bot.Core.Information.Complaints;
using Dukcapil.Bot.Core.Queues;
using Dukcapil.Bot.Core.Time;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Web.Pages;

/// <summary>
/// Codes that the office prints or says beside case numbers, and their pages: <c>J-0417-3</c> to the appointment, <c>P-0417-2</c> to the
/// complaint, <c>A-012</c> and <c>B-034</c> to today's visitor. A check digit may be missing.
/// </summary>
public sealed partial class PrintedCodes(IDbContextFactory<BotDbContext> contexts, OfficeClock clock)
{
    /// <summary>Whether a text is written like one of these codes, whether it exists or not.</summary>
    public static bool IsCode(string text) => Shape().IsMatch(text);

    /// <summary>The page that a code means; null when there is nothing of that code.</summary>
    public async Task<string?> FindAsync(string text, CancellationToken cancellationToken)
    {
        if (Shape().Match(text) is not { Success: true } match) return null;
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        return char.ToUpperInvariant(match.Groups["letter"].Value[0]) switch
        {
            'J' => await FirstAsync(BookingCode.Parse(text), match, id => data.Bookings.AnyAsync(one => one.Id == id, cancellationToken))
                is { } id ? $"/jadwal/janji/{id}" : null,
            'P' => await FirstAsync(
                ComplaintNumber.Parse(text), match, id => data.Complaints.AnyAsync(one => one.Id == id, cancellationToken))
                is { } id ? $"/pengaduan/{id}" : null,
            _ => Ticket.Parse(text) is { } number ? await VisitAsync(data, number, cancellationToken) : null,
        };
    }

    /// <summary>The number with its check digit, when that is right and there is one; else all the digits as the number itself.</summary>
    private static async Task<long?> FirstAsync(long? whole, Match match, Func<long, Task<bool>> exists)
    {
        if (whole is { } id && await exists(id)) return id;
        var digits = string.Concat(match.Groups["digits"].Value.Where(char.IsAsciiDigit));
        return digits.Length < 18 && long.TryParse(digits, CultureInfo.InvariantCulture, out var bare) && await exists(bare) ? bare : null;
    }

    private async Task<string?> VisitAsync(BotDbContext data, int number, CancellationToken cancellationToken)
    {
        var today = clock.Today;
        var visit = await data.Visits.Where(one => one.Day == today && one.Number == number)
            .Select(one => new
            {
                one.Id,
                one.Status,
                Case = data.Set<CaseRecord>().Where(record => record.Id == one.CaseId).Select(record => record.Number).FirstOrDefault(),
            })
            .SingleOrDefaultAsync(cancellationToken);
        return visit switch
        {
            null => null,
            { Status: VisitStatus.Waiting or VisitStatus.NoShow or VisitStatus.Left } => $"/loket?pilih={visit.Id}",
            { Case: { } caseNumber } => $"/kasus/{caseNumber}",
            _ => $"/loket/tiket/{visit.Id}",
        };
    }

    [GeneratedRegex(
        @"^\s*(?<letter>[JPAB])[\s\-\u2010-\u2013.#]*(?<digits>[0-9][0-9\s\-\u2010-\u2013.]*)$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Shape();
}
