using System.Globalization;
using Dukcapil.Bot.Simulator.Chats;
using Dukcapil.Bot.Simulator.Faults;
using Microsoft.Extensions.Options;

namespace Dukcapil.Bot.Simulator.Webhooks;

/// <summary>Moves the office's messages on (queued, sent, delivered, read, or failed) and reports each step to the bot.</summary>
internal sealed class DeliveryReports(
    IOptions<SimulatorOptions> options, SimulatorAddresses addresses, WebhookPoster poster, PhoneBook book,
    FaultBoard faults, TimeProvider time)
{
    /// <summary>Carries an accepted message to its end.</summary>
    /// <param name="message">As accepted.</param>
    /// <param name="failure">The code it fails with; null when it arrives.</param>
    public async Task CarryAsync(ChatMessage message, int? failure)
    {
        var reversed = faults.Strike(FaultKind.CallbacksReversed, message.Phone) is not null;
        var reports = new List<ChatMessage>();
        foreach (var status in failure is null ? ["sent", "delivered"] : new[] { "failed" })
        {
            await Task.Delay(options.Value.ReportPause, time);
            if (Move(message.Sid, status, failure) is not { } moved) return;
            if (reversed) reports.Insert(0, moved);
            else await ReportAsync(moved);
        }

        if (failure is null && book.IsSeen(message) && Move(message.Sid, "read", null) is { } read)
        {
            if (reversed) reports.Insert(0, read);
            else await ReportAsync(read);
        }

        foreach (var report in reports) await ReportAsync(report);
    }

    /// <summary>The resident looks at the chat: everything delivered becomes read.</summary>
    public async Task ReadAsync(string phone)
    {
        foreach (var message in book.Look(phone))
            if (Move(message.Sid, "read", null) is { } read) await ReportAsync(read);
    }

    // Two callers may find the same message read; only the one that moves it reports it.
    private ChatMessage? Move(string sid, string status, int? failure) => book.Change(
        sid, message => message.Status == status ? message : message with { Status = status, ErrorCode = failure });

    private async Task ReportAsync(ChatMessage message)
    {
        if (faults.Strike(FaultKind.CallbacksLost, message.Phone) is not null) return;
        var url = message.StatusCallback.Length > 0 ? message.StatusCallback : addresses.Bot + options.Value.StatusPath;
        await poster.PostAsync(url, Parameters(message).ToList());
    }

    private IEnumerable<KeyValuePair<string, string>> Parameters(ChatMessage message)
    {
        yield return new("ChannelPrefix", "whatsapp");
        yield return new("ApiVersion", "2010-04-01");
        yield return new("MessageStatus", message.Status);
        yield return new("SmsSid", message.Sid);
        yield return new("SmsStatus", message.Status);
        yield return new("ChannelInstallSid", "XE00000000000000000000000000000000");
        yield return new("To", PhoneNumber.Address(message.Phone));
        yield return new("From", options.Value.From);
        yield return new("MessageSid", message.Sid);
        yield return new("AccountSid", options.Value.AccountSid);
        if (message.Status == "read") yield return new("EventType", "READ");
        if (message.ErrorCode is not { } code) yield break;
        yield return new("ErrorCode", code.ToString(CultureInfo.InvariantCulture));
        yield return new("ChannelStatusMessage", "Simulated failure");
    }
}
