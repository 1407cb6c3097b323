using System.Net;
using System.Net.Sockets;
using Dukcapil.Bot.Core.Messaging.Provider;
using Dukcapil.Bot.Tests.Fixtures;
using Microsoft.Extensions.Options;

namespace Dukcapil.Bot.Tests.Provider;

/// <summary>Each way a send can end, over the network, and what is certain after it.</summary>
public sealed class SendVerdictTests
{
    private const string Number = "+6281200009977";

    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(2);
    private static readonly SendOutcome Unknown = new SendOutcome.Unknown("");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Status line and headers, body, what is certain. The reason of <c>Unknown</c> is left out.</summary>
    public static TheoryData<string, string, SendOutcome> Answers { get; } = new()
    {
        { "201 Created", """{"sid":"SM1","status":"queued"}""", new SendOutcome.Accepted("SM1", DeliveryStatus.Queued) },
        { "429 Too Many Requests\r\nRetry-After: 7", """{"code":20429}""", new SendOutcome.RetryLater(TimeSpan.FromSeconds(7), 20429) },
        { "429 Too Many Requests", """{"code":20429}""", new SendOutcome.RetryLater(Usual, 20429) },
        { "429 Too Many Requests\r\nRetry-After: Fri, 01 Jan 1999 00:00:00 GMT", "slow down", new SendOutcome.RetryLater(Usual, 429) },
        { "400 Bad Request", """{"code":21211,"message":"+6281200009977 is wrong"}""", new SendOutcome.Refused(21211, FailureClass.Never) },
        { "400 Bad Request", """{"code":63018,"status":400}""", new SendOutcome.Refused(63018, FailureClass.RetryHours) },
        { "401 Unauthorized", """{"code":20003,"status":401}""", new SendOutcome.Refused(20003, FailureClass.Alarm) },
        { "403 Forbidden", "<html>", new SendOutcome.Refused(403, FailureClass.Alarm) },
        { "400 Bad Request", "<html>", Unknown },
        { "413 Content Too Large", "", Unknown },
        { "408 Request Timeout", """{"code":20408,"status":408}""", Unknown },
        { "500 Internal Server Error", """{"code":20500,"status":500}""", Unknown },
        { "503 Service Unavailable", "<html>busy</html>", Unknown },
        { "502 Bad Gateway", "", Unknown },
        { "302 Found\r\nLocation: http://elsewhere.invalid/", "", Unknown },
        { "201 Created", "<html>", Unknown },
        { "201 Created", """{"status":"queued"}""", Unknown },
        { "201 Created", "", Unknown },
        { "201 Created", "null", Unknown },
        { "200 OK", "[]", Unknown },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Answer_says_what_is_certain(string head, string body, SendOutcome expected)
    {
        await using var provider = new RawProvider(RawProvider.Answer(head, body));
        ShouldMatch(await SendAsync(provider.Address), expected);
        provider.Requests.ShouldBe(1, "a send is never repeated by itself");
    }

    [Fact]
    public async Task Refused_port_lets_the_message_go_again()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = $"http://{listener.LocalEndpoint}";
        listener.Stop();
        ShouldMatch(await SendAsync(address), new SendOutcome.RetryLater(Usual, 0));
    }

    [Fact]
    public async Task Unknown_host_lets_the_message_go_again() =>
        ShouldMatch(await SendAsync("http://nobody.invalid"), new SendOutcome.RetryLater(Usual, 0));

    [Fact]
    public async Task Handshake_that_fails_lets_the_message_go_again()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var serving = Task.Run(async () =>
        {
            using var socket = await listener.AcceptSocketAsync(Cancel);
            await socket.SendAsync("HTTP/1.1 400 Bad Request\r\n\r\n"u8.ToArray(), Cancel);
        }, Cancel);
        ShouldMatch(await SendAsync($"https://{listener.LocalEndpoint}"), new SendOutcome.RetryLater(Usual, 0));
        await serving;
    }

    [Fact]
    public async Task Reset_is_unknown()
    {
        await using var provider = new RawProvider(RawProvider.ResetAsync);
        ShouldMatch(await SendAsync(provider.Address), Unknown);
    }

    [Fact]
    public async Task Close_without_an_answer_is_unknown()
    {
        await using var provider = new RawProvider(RawProvider.CloseAsync);
        ShouldMatch(await SendAsync(provider.Address), Unknown);
    }

    [Fact]
    public async Task Answer_cut_off_is_unknown()
    {
        await using var provider = new RawProvider(async (socket, token) =>
            await socket.SendAsync("HTTP/1.1 400 Bad Request\r\nContent-Length: 100\r\n\r\n{\"code\":21211"u8.ToArray(), token));
        ShouldMatch(await SendAsync(provider.Address), Unknown);
    }

    [Fact]
    public async Task Silence_is_unknown_once_the_time_is_up()
    {
        await using var provider = new RawProvider(RawProvider.StaySilentAsync);
        ShouldMatch(await SendAsync(provider.Address, answerWithin: TimeSpan.FromMilliseconds(200)), Unknown);
    }

    [Fact]
    public async Task Connection_that_is_not_made_in_time_lets_the_message_go_again()
    {
        // Taken on, and then nothing: the handshake belongs to making the connection.
        await using var provider = new RawProvider(RawProvider.StaySilentAsync);
        ShouldMatch(await SendAsync(
            provider.Address.Replace("http:", "https:", StringComparison.Ordinal),
            connectWithin: TimeSpan.FromMilliseconds(200)), new SendOutcome.RetryLater(Usual, 0));
    }

    [Fact]
    public async Task Call_that_ends_while_it_connects_is_unknown()
    {
        await using var provider = new RawProvider(RawProvider.StaySilentAsync);
        ShouldMatch(await SendAsync(
            provider.Address.Replace("http:", "https:", StringComparison.Ordinal), answerWithin: TimeSpan.FromMilliseconds(200)), Unknown);
    }

    [Fact]
    public async Task Cancelling_is_unknown()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        await using var provider = new RawProvider(async (socket, token) =>
        {
            await stop.CancelAsync();
            await RawProvider.StaySilentAsync(socket, token);
        });
        ShouldMatch(await SendAsync(provider.Address, cancellationToken: stop.Token), Unknown);
    }

    [Fact]
    public async Task Failure_of_a_read_holds_no_number()
    {
        var client = Client("http://127.0.0.1:1");
        var query = new MessageQuery(DateTimeOffset.UnixEpoch, To: "whatsapp:" + Number);
        var fault = await Should.ThrowAsync<ProviderException>(() => client.ListAsync(query, Cancel));
        fault.ToString().ShouldNotContain(Number[1..]);
        fault.StatusCode.ShouldBeNull();
    }

    private static void ShouldMatch(SendOutcome outcome, SendOutcome expected)
    {
        if (expected is not SendOutcome.Unknown) outcome.ShouldBe(expected);
        else outcome.ShouldBeOfType<SendOutcome.Unknown>().Reason.ShouldSatisfyAllConditions(
            reason => reason.ShouldNotBeEmpty(), reason => reason.ShouldNotContain(Number[1..]), reason => reason.ShouldNotContain("html"));
    }

    private static Task<SendOutcome> SendAsync(
        string api, TimeSpan? answerWithin = null, CancellationToken? cancellationToken = null, TimeSpan? connectWithin = null) =>
        Client(api, answerWithin, connectWithin).SendAsync(
            new OutgoingSend { To = "whatsapp:" + Number, Body = "halo" }, cancellationToken ?? Cancel);

    private static MessageClient Client(string api, TimeSpan? answerWithin = null, TimeSpan? connectWithin = null)
    {
        var options = Options.Create(new TwilioOptions { AccountSid = "AC1", AuthToken = "t", From = "whatsapp:+628", ApiBaseUrl = api });
        var failures = FailureCatalogue.Load(Path.Combine(AppContext.BaseDirectory, "dialogs", "kode-twilio.yaml"));
        var http = new HttpClient(ProviderConnections.Create(connectWithin ?? TimeSpan.FromSeconds(30)));
        if (answerWithin is { } limit) http.Timeout = limit;
        var account = new TwilioAccount(http, options, new TwilioEndpoints(options), new HastyTime());
        return new MessageClient(account, options, failures);
    }
}
