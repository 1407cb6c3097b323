using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using Dukcapil.Bot.Core.Messaging.Twilio;
using Microsoft.Extensions.Options;

namespace Dukcapil.Bot.Tests.Twilio;

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
        (await Should.ThrowAsync<HttpRequestException>(() => ListAsync(failing, Newest.AddDays(-1)))).StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
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

    private static Task<IReadOnlyList<ProviderMessage>> ListAsync(Pages provider, DateTimeOffset since)
    {
        var options = Options.Create(new TwilioOptions { AccountSid = "AC1", AuthToken = "t", ApiBaseUrl = "http://provider.test" });
        var failures = FailureCatalogue.Load(Path.Combine(AppContext.BaseDirectory, "dialogs", "kode-twilio.yaml"));
        var rest = new TwilioRest(new HttpClient(provider, disposeHandler: false), options, new TwilioEndpoints(options), TimeProvider.System);
        return new TwilioClient(rest, options, failures).ListAsync(new MessageQuery(since), Cancel);
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

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (++Asked <= Failures)
                return Failure is { } status ? Task.FromResult(new HttpResponseMessage(status)) : throw new HttpRequestException(HttpRequestError.ConnectionError);
            var query = request.RequestUri!.Query;
            var at = query.IndexOf("Page=", query.IndexOf("PageSize=", StringComparison.Ordinal) + 9, StringComparison.Ordinal);
            var page = at < 0 ? 0 : int.Parse(query[(at + 5)..], CultureInfo.InvariantCulture);
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = JsonContent.Create(Page(page)) });
        }

        private object Page(int page) => new
        {
            messages = Enumerable.Range(page * PageSize, PageSize).Select(n => new
            {
                sid = $"SM{n:x32}",
                direction = "inbound",
                date_created = Newest.AddSeconds(-n).UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture) + " +0000",
            }),
            next_page_uri = page + 1 < count ? $"/2010-04-01/Accounts/AC1/Messages.json?PageSize=200&Page={page + 1}" : null,
        };
    }
}
