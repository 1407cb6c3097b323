using System.Globalization;
using Dukcapil.Bot.Core.MessageOperations;
using Dukcapil.Bot.Core.Time;

namespace Dukcapil.Bot.Web.Pages.Messages;

/// <summary>
/// What the messages page was asked to show, as its address says it. A telephone number never stands in it: the resident it belongs to
/// does, by a key that means nothing elsewhere.
/// </summary>
public sealed class MessageSearch
{
    private const string Moment = "yyyy-MM-dd'T'HH:mm";

    /// <summary><c>masuk</c> for messages from residents; anything else shows messages to them.</summary>
    public string? Arah { get; set; }

    /// <summary>Case number as typed.</summary>
    public string? Nomor { get; set; }

    /// <summary>Key of a resident.</summary>
    public long? Warga { get; set; }

    /// <summary>A group of states.</summary>
    public string? Keadaan { get; set; }

    /// <summary><c>balasan</c> or <c>kabar</c>.</summary>
    public string? Jenis { get; set; }

    /// <summary>What the message is about, one of <see cref="MessageWords.Topics"/>.</summary>
    public string? Perihal { get; set; }

    /// <summary>From this local moment.</summary>
    public string? Dari { get; set; }

    /// <summary>Until this local moment.</summary>
    public string? Sampai { get; set; }

    /// <summary>Older than this message.</summary>
    public long? Sebelum { get; set; }

    /// <summary>Whether messages from residents are shown.</summary>
    public bool IsReceived => Arah == "masuk";

    /// <summary>The states to choose from.</summary>
    public IReadOnlyList<MessageGroup> Groups => IsReceived ? MessageWords.ReceivedGroups : MessageWords.SentGroups;

    /// <summary>The address of the page for this search.</summary>
    public object Address(long? before = null) => new
    {
        arah = IsReceived ? "masuk" : null,
        nomor = Filled(Nomor),
        warga = Warga,
        keadaan = Filled(Keadaan),
        jenis = Filled(Jenis),
        perihal = Filled(Perihal),
        dari = Filled(Dari),
        sampai = Filled(Sampai),
        sebelum = before,
    };

    /// <summary>The list that was asked for.</summary>
    /// <param name="caseId">Key of the case of <see cref="Nomor"/>.</param>
    /// <param name="clock">The office's time.</param>
    public MessageFilter Filter(long? caseId, OfficeClock clock) => new()
    {
        CaseId = caseId,
        AddressId = Warga,
        Statuses = Groups.FirstOrDefault(group => group.Slug == Keadaan)?.Statuses ?? [],
        Kind = !IsReceived && Jenis is not null && MessageWords.Kinds.TryGetValue(Jenis, out var kind) ? kind.Kind : null,
        Topic = !IsReceived && Perihal is not null && MessageWords.Topics.ContainsKey(Perihal) ? Perihal : null,
        From = Instant(Dari, clock),
        Until = Instant(Sampai, clock),
        Before = Sebelum,
    };

    private static DateTimeOffset? Instant(string? typed, OfficeClock clock) =>
        DateTime.TryParseExact(typed, Moment, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? clock.StartOf(DateOnly.FromDateTime(local)) + local.TimeOfDay
            : null;

    private static string? Filled(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
