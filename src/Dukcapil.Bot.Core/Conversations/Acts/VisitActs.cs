using Dukcapil.Bot.Content;
using Dukcapil.Bot.Core.Casework;
using Dukcapil.Bot.Core.Information.Subscriptions;
using Dukcapil.Bot.Core.Information.Visits;
using Dukcapil.Bot.Core.Time;
using Dukcapil.Bot.Dialogs.Engine;
using Dukcapil.Bot.Dialogs.Recognizers;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Conversations.Acts;

/// <summary>
/// <c>visits.place</c>: which kelurahan a place is, as written in a sentence. <c>one</c> sets <c>kunjungan-kelurahan</c>; <c>many</c> sets
/// <c>kunjungan-daftar</c>; <c>city</c> when only Cilegon was named, which is the city and a kecamatan (<c>docs/aturan-kantor.md</c>
/// "Regions").
/// </summary>
public sealed class VisitKelurahan(OfficeClock clock) : IAct
{
    private const string City = "cilegon";

    /// <inheritdoc/>
    public string Name => "visits.place";

    /// <inheritdoc/>
    public Task<ActResult> RunAsync(
        ResidentTurn turn, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken) =>
        Task.FromResult(Find(arguments["tempat"], turn.State.Language, clock.Today));

    /// <summary>Finds it.</summary>
    public static ActResult Find(string place, Language language, DateOnly today)
    {
        if (TextNormalizer.Normalize(place) == City) return ActResult.Of("city");
        var read = RecognizerSet.All["kelurahan"].Recognize(place, new RecognizerContext(language, today));
        if (read.Value is { } code) return ActResult.Of("one", ("kunjungan-kelurahan", DialogValue.Of(code, read.Label)));
        return read.Candidates.Count == 0
            ? ActResult.Of("none")
            : ActResult.Of("many", ("kunjungan-daftar", new DialogValue { Items = read.Candidates }));
    }
}

/// <summary>
/// <c>visits.own</c>: the resident's own kelurahan, as said once (<c>kelurahan-saya</c>) or as in the newest case of this phone.
/// <c>known</c> sets <c>kunjungan-kelurahan</c>.
/// </summary>
public sealed class VisitsOwn : IAct
{
    /// <inheritdoc/>
    public string Name => "visits.own";

    /// <inheritdoc/>
    public async Task<ActResult> RunAsync(
        ResidentTurn turn, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken)
    {
        if (turn.State.Values.GetValueOrDefault("kelurahan-saya") is { Text.Length: > 0 } said) return ActResult.Of(
            "known", ("kunjungan-kelurahan", said));
        var data = await turn.DataAsync(cancellationToken);
        var code = await data.Cases.Where(record => record.AddressId == turn.AddressId && record.Kelurahan != null)
            .OrderByDescending(record => record.Id).Select(record => record.Kelurahan).FirstOrDefaultAsync(cancellationToken);
        return code is null || Wilayah.Find(code) is null
            ? ActResult.Of("unknown")
            : ActResult.Of("known", ("kunjungan-kelurahan", DialogValue.Of(code, LocalizedText.Same(FieldVisitWording.NameOf(code)))));
    }
}

/// <summary>
/// <c>visits.list</c>: the visits to a kelurahan that are to come. Sets <c>kunjungan-teks</c>, and <c>kunjungan-diikuti</c> (<c>ya,
/// tidak</c>).
/// </summary>
public sealed class VisitsList(FieldVisitReader visits, FieldVisitWording wording) : IAct
{
    /// <inheritdoc/>
    public string Name => "visits.list";

    /// <inheritdoc/>
    public async Task<ActResult> RunAsync(
        ResidentTurn turn, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken)
    {
        var data = await turn.DataAsync(cancellationToken);
        var kelurahan = arguments["kelurahan"];
        var text = wording.Of(kelurahan, await visits.ComingAsync(data, kelurahan, cancellationToken));
        var asked = await SubscriptionList.OfAsync(data, turn.AddressId, cancellationToken);
        var isAsked = asked.Contains(SubscriptionTopics.Schedule(kelurahan), StringComparer.Ordinal);
        return ActResult.Of(
            "ok", ("kunjungan-teks", DialogValue.Of(text.Id, text)), ("kunjungan-diikuti", DialogValue.Of(isAsked ? "ya" : "tidak")));
    }
}
