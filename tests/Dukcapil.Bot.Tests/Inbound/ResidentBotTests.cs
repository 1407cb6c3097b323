using Dukcapil.Bot.Core.Conversations;
using Dukcapil.Bot.Core.Conversations.Filters;
using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Core.Messaging.Channels;
using Dukcapil.Bot.Tests.Fixtures;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Schema;
using Npgsql;

namespace Dukcapil.Bot.Tests.Inbound;

/// <summary>The bot and its filters under the library's own test adapter.</summary>
public sealed class ResidentBotTests(QuietBot bot) : IClassFixture<QuietBot>
{
    private const string Sender = "uji:1";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Menu_is_suggested_actions_where_the_channel_shows_menus()
    {
        var (answer, _) = await RunAsync(Message(isLate: false, new ChannelCapabilities(Menus: true, Pictures: false)));
        answer.Single().SuggestedActions.Actions
            .ShouldAllBe(action => action.Type == ActionTypes.PostBack && ((string)action.Value).Length > 0);
        answer.Single().Text.ShouldContain($"1. {answer.Single().SuggestedActions.Actions[0].Title}");
    }

    [Fact]
    public async Task Menu_is_text_alone_where_the_channel_shows_none()
    {
        var (answer, _) = await RunAsync(Message(isLate: false, ChannelCapabilities.TextOnly));
        answer.Single().SuggestedActions.ShouldBeNull();
        answer.Single().Text.ShouldContain("1. ");
    }

    [Fact]
    public async Task Answer_comes_from_the_bot_to_the_sender_and_no_locale_is_named()
    {
        var message = Message(isLate: false, ChannelCapabilities.TextOnly);
        message.Locale.ShouldBeNull("the library would change the thread's culture");
        var (answer, _) = await RunAsync(message);
        answer.Single().From.Role.ShouldBe(RoleTypes.Bot);
        answer.Single().Recipient.Id.ShouldBe(Sender);
    }

    [Fact]
    public async Task Late_message_is_told_of_before_its_answer_and_once()
    {
        var (answer, turn) = await RunAsync(Message(isLate: true, ChannelCapabilities.TextOnly));
        answer.Count.ShouldBe(2);
        answer[0].Text.ShouldContain("terlambat");
        turn.State.Stack.ShouldNotBeEmpty();
    }

    private static Activity Message(bool isLate, ChannelCapabilities can) => InboundActivity.Create(
        $"SM{Guid.NewGuid():N}", Sender, TimeProvider.System.GetUtcNow(), new IncomingContent { Text = "menu", IsLate = isLate }, can);

    private async Task<(IReadOnlyList<Activity> Answer, ResidentTurn Turn)> RunAsync(Activity message)
    {
        await bot.Services.Need<TurnService>().ReceiveAsync(Message(isLate: false, ChannelCapabilities.TextOnly), Cancel);
        await using var connection = await bot.Services.Need<NpgsqlDataSource>().OpenConnectionAsync(Cancel);
        await using var transaction = await connection.BeginTransactionAsync(Cancel);
        await using var turn = new ResidentTurn(
            connection, transaction, await bot.ReadAsync<long>("select max(id) from addresses"), message);
        var adapter = new TestAdapter(message.GetConversationReference()).Use(new Begin(turn)).Use(bot.Services.Need<LateFilter>());
        await adapter.ProcessActivityAsync(message, bot.Services.Need<ResidentBot>().OnTurnAsync, Cancel);
        return ([.. adapter.ActiveQueue.Cast<Activity>()], turn);
    }

    /// <summary>Puts the turn where the host's own adapter puts it.</summary>
    private sealed class Begin(ResidentTurn turn) : IMiddleware
    {
        public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
        {
            turnContext.TurnState.Add(turn);
            return next(cancellationToken);
        }
    }
}
