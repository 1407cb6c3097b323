using Dukcapil.Bot.Core.Casework.Records;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Data.Protection;
using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Core.Messaging.Records;
using Dukcapil.Bot.Dialogs.Recognizers;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Casework;

/// <summary>
/// Finds cases by what is typed into the search box: a case number, with or without its check digit; 16 digits as NIK or No. KK; a
/// telephone number in any writing, the resident's; else a name. What holds digits is never read as a name.
/// </summary>
public sealed class CaseSearch(PersonalDataCipher cipher, MessageSealer sealer)
{
    private const int PersonalNumberLength = 16;

    /// <summary>Keys of the cases that are meant, newest first.</summary>
    public async Task<IReadOnlyList<long>> FindAsync(
        BotDbContext data, string text, int skip, int take, CancellationToken cancellationToken)
    {
        var typed = text.Trim();
        if (!typed.Any(char.IsDigit))
            return await data.Database.SqlQuery<long>($"select find_cases_by_name({typed}, {skip}, {take}) as \"Value\"")
                .ToListAsync(cancellationToken);

        foreach (var meant in Readings(data, typed))
        {
            var found = await meant.OrderByDescending(record => record.Id).Select(record => record.Id).Skip(skip).Take(take)
                .ToListAsync(cancellationToken);
            if (found.Count > 0) return found;
        }

        return [];
    }

    // The more certain reading first. A telephone number may look like a case number that does not exist.
    private IEnumerable<IQueryable<CaseRecord>> Readings(BotDbContext data, string typed)
    {
        if (CaseNumber.Meant(typed) is { Count: > 0 } numbers) yield return data.Cases.Where(record => numbers.Contains(record.Number));
        var digits = string.Concat(typed.Where(char.IsAsciiDigit));
        if (digits.Length == PersonalNumberLength)
        {
            var hash = cipher.Hash("number", digits);
            yield return data.Cases.Where(record => record.NikHash == hash || record.KkHash == hash);
        }

        if (PhoneReader.Read(typed).Number is { } phone)
        {
            var address = sealer.HashAddress($"whatsapp:{phone}");
            yield return data.Cases
                .Where(record => data.Set<AddressAliasRecord>()
                    .Any(alias => alias.ValueHash == address && alias.AddressId == record.AddressId));
        }
    }
}
