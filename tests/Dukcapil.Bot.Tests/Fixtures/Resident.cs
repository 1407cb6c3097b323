namespace Dukcapil.Bot.Tests.Fixtures;

/// <summary>
/// A resident with a phone who reads everything that came before writing again: an answer is all messages the office sent since, once
/// nothing of this resident waits to be handled, fetched or sent any more.
/// </summary>
public sealed class Resident(BotApp app)
{
    private long _read;
    private long? _addressId;

    /// <summary>The phone.</summary>
    public SimulatedPhone Phone { get; } = app.NewPhone();

    /// <summary>Writes and reads the answer.</summary>
    public async Task<string> WriteAsync(string text)
    {
        await Phone.SendAsync(text);
        return await ReadAsync();
    }

    /// <summary>Sends a photo and reads the answer.</summary>
    public async Task<string> PhotographAsync(string caption = "")
    {
        await Phone.SendPhotosAsync(1, caption);
        return await ReadAsync();
    }

    /// <summary>Everything that came since the last reading, as one text.</summary>
    public async Task<string> ReadAsync() => string.Join("\n\n", await NewsAsync());

    /// <summary>Everything that came since the last reading.</summary>
    public async Task<IReadOnlyList<string>> NewsAsync()
    {
        await Eventually.UntilAsync($"nothing of {Phone.Number} is under way", IsQuietAsync);
        var news = (await Phone.ChatAsync()).Where(message => !message.FromResident && message.Order > _read).ToList();
        if (news is [.., var last]) _read = last.Order;
        return news.ConvertAll(message => message.Body);
    }

    /// <summary>The key of the phone's address; the phone must have written before.</summary>
    public async Task<long> AddressIdAsync() => _addressId ??= await app.AddressOfAsync(Phone);

    private async Task<bool> IsQuietAsync() => await app.ReadAsync<bool>(
        $"""
        select not exists (select 1 from inbox where address_id = {await AddressIdAsync()} and status = 'pending')
          and not exists (select 1 from media where address_id = {await AddressIdAsync()} and status = 'pending')
          and not exists (select 1 from outbox
            where address_id = {await AddressIdAsync()} and status in ('pending', 'sending') and not timed)
        """);
}
