using Dukcapil.Bot.Core.Conversations;
using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Core.Messaging.Provider;
using Dukcapil.Bot.Tests.Fixtures;
using Microsoft.Bot.Schema;
using Npgsql;

namespace Dukcapil.Bot.Tests.Inbound;

/// <summary>A channel that carries text alone, and of which the bot knows nothing: its door makes a plain activity of each line.</summary>
public sealed class SecondChannelTests(QuietBot bot) : IClassFixture<QuietBot>
{
    private readonly string _sender = $"teletex:{Guid.NewGuid():N}";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Resident_goes_from_the_first_word_to_a_case_number_by_numbered_text()
    {
        (await AskAsync("halo")).Text.ShouldContain("1. ");
        var answers = new List<OutgoingContent>();
        foreach (var line in Intake.ToChecklist(7)) answers.Add(await AskAsync(line));
        answers.ShouldContain(answer => answer.Text.Contains("Apakah Anda setuju?\n\n1. ", StringComparison.Ordinal));
        await AskAsync("loket semua");
        (await AskAsync("lanjut")).Text.ShouldContain("367201********01");
        var last = await AskAsync("1");
        Intake.NumberIn(last.Text).ShouldNotBeNull();
        answers.Append(last).ShouldAllBe(answer => answer.Menu == null && answer.Picture == null);
    }

    [Fact]
    public async Task Message_that_waited_is_answered_by_what_its_channel_shows()
    {
        var other = $"{InboundTranslation.Channel.Id}:+62{Guid.NewGuid().GetHashCode() & 0x7fffffff:D10}";
        (await WaitAndAskAsync(_sender)).Menu.ShouldBeNull();
        (await WaitAndAskAsync(other)).Menu.ShouldNotBeNull();
    }

    private static Activity Line(string sender, string text) => new(ActivityTypes.Message)
    {
        Id = $"SM{Guid.NewGuid():N}",
        Timestamp = TimeProvider.System.GetUtcNow(),
        ChannelId = "teletex",
        From = new ChannelAccount(id: sender),
        Recipient = new ChannelAccount(role: RoleTypes.Bot),
        Conversation = new ConversationAccount(id: sender),
        Text = text,
    };

    private async Task<OutgoingContent> AskAsync(string text)
    {
        await bot.Services.Need<TurnService>().ReceiveAsync(Line(_sender, text), Cancel);
        return await LastAsync(_sender);
    }

    /// <summary>Writes while the conversation is busy, so that the message is stored and answered from there.</summary>
    private async Task<OutgoingContent> WaitAndAskAsync(string sender)
    {
        var turns = bot.Services.Need<TurnService>();
        await turns.ReceiveAsync(Line(sender, "halo"), Cancel);
        var address = await AddressAsync(sender);
        await using (var connection = await bot.Services.Need<NpgsqlDataSource>().OpenConnectionAsync(Cancel))
        await using (await connection.BeginTransactionAsync(Cancel))
        {
            await using var hold = new NpgsqlCommand($"select from conversations where address_id = {address} for update", connection);
            await hold.ExecuteNonQueryAsync(Cancel);
            await turns.ReceiveAsync(Line(sender, "menu"), Cancel);
        }

        (await turns.HandleOldestAsync(address, Cancel)).ShouldBeTrue();
        return await LastAsync(sender);
    }

    private async Task<OutgoingContent> LastAsync(string sender) =>
        bot.Services.Need<MessageSealer>().OpenOutgoing(await bot.ReadAsync<byte[]>(
            $"select content_enc from outbox where address_id = {await AddressAsync(sender)} order by id desc limit 1"));

    private Task<long> AddressAsync(string sender) => bot.ReadAsync<long>(
        "select address_id from address_aliases where value_hash = "
        + $"'\\x{Convert.ToHexString(bot.Services.Need<MessageSealer>().HashAddress(sender))}'");
}
