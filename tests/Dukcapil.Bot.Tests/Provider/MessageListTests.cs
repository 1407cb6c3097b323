using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using Dukcapil.Bot.Core.Messaging.Provider;
using Dukcapil.Bot.Tests.Fixtures;
using Microsoft.Extensions.Options;
using Twilio.Rest.Api.V2010.Account;

namespace Dukcapil.Bot.Tests.Provider;

/// <summary>The provider's list, page by page, from a provider that answers what a test says.</summary>
public sealed class MessageListTests
{
    private const int PageSize = 200;
    private static readonly DateTimeOffset Newest = new(2026, 11, 2, 3, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task List_of_a_busy_day_is_read_to_its_end()
    {
        using var provider = new Pages(count: 30);
        (await ListAsync(provider, Newest.AddDays(-1))).Select(message => message.Sid).Distinct().Count().ShouldBe(30 * PageSize);
    }

    [Fact]
    public async Task Pages_older_than_the_span_are_not_asked_for()
    {
        using var provider = new Pages(count: 300);
        (await ListAsync(provider, Newest.AddSeconds(-(3 * PageSize)))).Count.ShouldBe((3 * PageSize) + 1);
        provider.Asked.ShouldBe(5);
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(null)]
    public async Task Page_that_fails_three_times_is_read_at_the_fourth(HttpStatusCode? failure)
    {
        using var provider = new Pages(count: 2) { Failures = 3, Failure = failure };
        (await ListAsync(provider, Newest.AddDays(-1))).Count.ShouldBe(2 * PageSize);
    }

    [Fact]
    public async Task Nothing_is_concluded_from_a_part_of_the_list()
    {
        using var failing = new Pages(count: 2) { Failures = 4, Failure = HttpStatusCode.InternalServerError };
        (await Should.ThrowAsync<HttpRequestException>(() => ListAsync(failing, Newest.AddDays(-1)))).StatusCode
            .ShouldBe(HttpStatusCode.InternalServerError);
        using var endless = new Pages(count: int.MaxValue);
        await Should.ThrowAsync<EndlessListException>(() => ListAsync(endless, DateTimeOffset.UnixEpoch));
    }

    [Fact]
    public async Task Refusal_is_not_asked_again()
    {
        using var provider = new Pages(count: 1) { Failures = 1, Failure = HttpStatusCode.Unauthorized };
        await Should.ThrowAsync<HttpRequestException>(() => ListAsync(provider, Newest));
        provider.Asked.ShouldBe(1);
    }

    [Fact]
    public async Task Page_is_waited_for_as_long_as_the_provider_asks_and_no_longer_than_half_a_minute()
    {
        var time = new HastyTime();
        using var provider = new Pages(count: 1)
        {
            Failures = 2,
            Failure = HttpStatusCode.TooManyRequests,
            RetryAfter = [TimeSpan.FromSeconds(7), TimeSpan.FromHours(1)],
        };
        await ListAsync(provider, Newest.AddDays(-1), time);
        time.Pauses.ShouldBe([TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(30)]);
    }

    [Theory]
    [InlineData("<html>")]
    [InlineData("{}")]
    [InlineData("""{"messages":[]}""")]
    [InlineData("""{"uri":"/","page_size":200}""")]
    [InlineData("[]")]
    public async Task Answer_that_is_no_page_is_not_taken_for_the_end_of_the_list(string answer)
    {
        using var provider = new Pages(count: 1) { Instead = answer };
        await Should.ThrowAsync<ProviderException>(() => ListAsync(provider, Newest));
        provider.Asked.ShouldBe(4);
    }

    [Fact]
    public async Task Next_page_on_another_host_is_not_asked_for()
    {
        using var provider = new Pages(count: 2) { Next = "@elsewhere.test/list" };
        await Should.ThrowAsync<ProviderException>(() => ListAsync(provider, Newest.AddDays(-1)));
        provider.Hosts.ShouldAllBe(host => host == "provider.test");
    }

    [Fact]
    public async Task Record_is_dated_in_UTC_whatever_the_zone_of_the_machine()
    {
        using var provider = new Pages(count: 1);
        (await ListAsync(provider, Newest.AddDays(-1)))[0].MadeAt().ShouldBe(Newest);
    }

    private static Task<IReadOnlyList<MessageResource>> ListAsync(Pages provider, DateTimeOffset since, TimeProvider? time = null)
    {
        var options = Options.Create(new TwilioOptions { AccountSid = "AC1", AuthToken = "t", ApiBaseUrl = "http://provider.test" });
        var failures = FailureCatalogue.Load(Path.Combine(AppContext.BaseDirectory, "dialogs", "kode-twilio.yaml"));
        var http = new HttpClient(provider, disposeHandler: false);
        var account = new TwilioAccount(http, options, new TwilioEndpoints(options), time ?? new HastyTime());
        return new MessageClient(account, options, failures).ListAsync(new MessageQuery(since), Cancel);
    }

    /// <summary>A list of one message a second, newest first.</summary>
    private sealed class Pages(int count) : HttpMessageHandler
    {
        /// <summary>How many of the first answers fail.</summary>
        public int Failures { get; init; }

        /// <summary>How they fail; null breaks the connection.</summary>
        public HttpStatusCode? Failure { get; init; }

        /// <summary>Requests so far.</summary>
        public int Asked { get; private set; }

        /// <summary>What the failures ask to wait for.</summary>
        public IReadOnlyList<TimeSpan> RetryAfter { get; init; } = [];

        /// <summary>What is answered instead of pages.</summary>
        public string? Instead { get; init; }

        /// <summary>What every page names as the next one.</summary>
        public string? Next { get; init; }

        /// <summary>Hosts that were asked.</summary>
        public List<string> Hosts { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Hosts.Add(request.RequestUri!.Host);
            if (++Asked <= Failures) return Task.FromResult(Fail());
            if (Instead is not null) return Task.FromResult(new HttpResponseMessage { Content = new StringContent(Instead) });
            var query = request.RequestUri!.Query;
            var at = query.IndexOf("Page=", query.IndexOf("PageSize=", StringComparison.Ordinal) + 9, StringComparison.Ordinal);
            var page = at < 0 ? 0 : int.Parse(query[(at + 5)..], CultureInfo.InvariantCulture);
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = JsonContent.Create(Page(page)) });
        }

        private HttpResponseMessage Fail()
        {
            if (Failure is not { } status) throw new HttpRequestException(HttpRequestError.ConnectionError);
            var answer = new HttpResponseMessage(status);
            if (Asked <= RetryAfter.Count) answer.Headers.RetryAfter = new(RetryAfter[Asked - 1]);
            return answer;
        }

        private object Page(int page) => new
        {
            page_size = PageSize,
            uri = "/2010-04-01/Accounts/AC1/Messages.json",
            messages = Enumerable.Range(page * PageSize, PageSize).Select(n => new
            {
                sid = $"SM{n:x32}",
                direction = "inbound",
                date_created = Newest.AddSeconds(-n).UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture)
                    + " +0000",
            }),
            next_page_uri = Next ?? (page + 1 < count ? $"/2010-04-01/Accounts/AC1/Messages.json?PageSize=200&Page={page + 1}" : null),
        };
    }
}
