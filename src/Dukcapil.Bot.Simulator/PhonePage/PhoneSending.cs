using Dukcapil.Bot.Simulator.Chats;
using Dukcapil.Bot.Simulator.Webhooks;
using Microsoft.AspNetCore.Http;

namespace Dukcapil.Bot.Simulator.PhonePage;

/// <summary>
/// Sends as the resident: JSON for texts, taps, places and samples of other kinds, multipart for photos and files. Answers at once with
/// the messages as stored; with <c>?wait=true</c> after the bot has answered the webhook.
/// </summary>
internal static class PhoneSending
{
    public static async Task<IResult> SendAsync(
        string number, HttpRequest request, PhoneBook book, MediaStore store, InboundWebhook webhook, Errands errands,
        CancellationToken cancel, bool wait = false)
    {
        if (PhoneNumber.Read(number) is not { } phone) return Results.BadRequest();
        var drafts = request.HasFormContentType
            ? FromForm(phone, await request.ReadFormAsync(cancel), store)
            : From(phone, await SimulatorJson.ReadAsync<ResidentMessage>(request, cancel), store, book);
        if (drafts is null) return Results.BadRequest();
        var sent = drafts.Select(book.Add).ToList();
        foreach (var message in sent) await DispatchAsync(message, webhook, errands, wait);
        return SimulatorJson.Answer(sent.ConvertAll(message => book.Find(message.Sid) ?? message), StatusCodes.Status201Created);
    }

    /// <summary>Delivers a message once more under its id, as a replay or a retried webhook does.</summary>
    public static async Task<IResult> SendAgainAsync(
        string number, string sid, PhoneBook book, InboundWebhook webhook, Errands errands, bool wait = false)
    {
        if (book.Find(sid) is not { FromResident: true } message || message.Phone != PhoneNumber.Read(number)) return Results.NotFound();
        await DispatchAsync(message, webhook, errands, wait);
        return SimulatorJson.Answer(book.Find(sid) ?? message);
    }

    private static async Task DispatchAsync(ChatMessage message, InboundWebhook webhook, Errands errands, bool wait)
    {
        if (wait) await webhook.PostAsync(message);
        else errands.Start(() => webhook.PostAsync(message));
    }

    private static List<ChatMessage>? FromForm(string phone, IFormCollection form, MediaStore store)
    {
        var attachments = form.Files.Select(file => store.Add(Bytes(file), Type(file))).ToList();
        if (attachments.Count == 0) return null;
        var caption = form["text"].ToString();
        // WhatsApp delivers an album as one message for each picture; the caption belongs to the first.
        var separately = form["separately"] == "true";
        return separately
            ? attachments.Select((one, n) => Draft(phone, "MM") with { Body = n == 0 ? caption : "", Attachments = [one] }).ToList()
            : [Draft(phone, "MM") with { Body = caption, Attachments = attachments }];
    }

    private static List<ChatMessage>? From(string phone, ResidentMessage? wish, MediaStore store, PhoneBook book) => wish switch
    {
        null => null,
        { Tap: { } tap } => Tapped(phone, tap, book) is { } draft ? [draft] : null,
        { Place: { } place } => [Draft(phone, "SM") with { Place = place with { Label = place.Label ?? "" } }],
        { Sample: { } kind } => SampleMedia.Of(kind) is var (bytes, type)
            ? [Draft(phone, "MM") with { Attachments = [store.Add(bytes, type)], IsSticker = kind == SampleMedia.Sticker }]
            : null,
        { Text: { } text } =>
        [
            Draft(phone, "SM") with { Body = text, Tap = wish.Payload is { } id ? new ChatTap(id, wish.IsList, null) : null },
        ],
        _ => null,
    };

    private static ChatMessage? Tapped(string phone, ResidentTap tap, PhoneBook book)
    {
        if (book.Find(tap.MessageSid) is not { Menu: { } menu } message || message.Phone != phone) return null;
        return menu.Options.FirstOrDefault(option => option.Id == tap.Id) is { } option
            ? Draft(phone, "SM") with { Body = option.Title, Tap = new ChatTap(option.Id, menu.IsList, message.Sid) }
            : null;
    }

    private static ChatMessage Draft(string phone, string prefix) =>
        new() { Sid = MediaStore.NewSid(prefix), Phone = phone, FromResident = true, Status = "received" };

    private static byte[] Bytes(IFormFile file)
    {
        using var copy = new MemoryStream();
        file.CopyTo(copy);
        return copy.ToArray();
    }

    private static string Type(IFormFile file) => string.IsNullOrEmpty(file.ContentType) ? "application/octet-stream" : file.ContentType;
}
