using Dukcapil.Bot.Simulator.Chats;
using Dukcapil.Bot.Simulator.Faults;

namespace Dukcapil.Bot.Simulator.Webhooks;

/// <summary>
/// The provider's own opt-out (<see cref="FaultKind.ProviderOptOut"/>): what Twilio calls Advanced Opt-Out of a messaging service.
/// </summary>
internal sealed class StaffOptOuts(PhoneBook book, FaultBoard faults)
{
    private static readonly Dictionary<string, (string Type, string Answer)> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["stop"] = Stop,
        ["berhenti"] = Stop,
        ["unsubscribe"] = Stop,
        ["start"] = Start,
        ["mulai"] = Start,
        ["help"] = Help,
        ["bantuan"] = Help,
    };

    private static (string Type, string Answer) Stop =>
        ("STOP", "[Penyedia] Anda tidak akan menerima pesan lagi. Balas MULAI untuk menerima lagi.");

    private static (string Type, string Answer) Start => ("START", "[Penyedia] Anda akan menerima pesan lagi.");

    private static (string Type, string Answer) Help => ("HELP", "[Penyedia] Balas BERHENTI untuk berhenti menerima pesan.");

    /// <summary>
    /// Answers a message that is such a word, and gives the parameter <c>OptOutType</c> of its webhook; null for any other.
    /// </summary>
    public string? Mind(ChatMessage message)
    {
        if (!Words.TryGetValue(message.Body.Trim(), out var word)
            || faults.Strike(FaultKind.ProviderOptOut, message.Phone) is null) return null;
        if (word.Type != "HELP") book.Stop(message.Phone, word.Type == "STOP");
        book.Add(new ChatMessage
        {
            Sid = MediaStore.NewSid("SM"),
            Phone = message.Phone,
            FromResident = false,
            Body = word.Answer,
            Status = "delivered",
        });
        return word.Type;
    }
}
