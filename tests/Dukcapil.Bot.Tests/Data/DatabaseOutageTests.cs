using System.Net.Sockets;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace Dukcapil.Bot.Tests.Data;

/// <summary>What counts as an outage of the database, and what is logged of it.</summary>
public sealed class DatabaseOutageTests(QuietBot bot) : IClassFixture<QuietBot>
{
    [Theory]
    [InlineData("53100", true)]
    [InlineData("53200", true)]
    [InlineData("53300", true)]
    [InlineData("58030", true)]
    [InlineData("57P01", true)]
    [InlineData("57P02", true)]
    [InlineData("57P03", true)]
    [InlineData("08006", true)]
    [InlineData("23505", false)]
    [InlineData("22021", false)]
    [InlineData("40001", false)]
    [InlineData("42501", false)]
    public void Full_disk_counts_as_a_lost_connection_and_a_refusal_does_not(string state, bool isOutage)
    {
        var fault = Refusal(state);
        DatabaseOutage.IsOutage(fault).ShouldBe(isOutage);
        DatabaseOutage.IsOutage(new DbUpdateException("x", fault)).ShouldBe(isOutage);
        DatabaseOutage.IsOutage(new InvalidOperationException("x", fault)).ShouldBe(isOutage);
    }

    [Fact]
    public void Broken_connection_is_an_outage_and_a_fault_of_the_program_is_none()
    {
        DatabaseOutage.IsOutage(new NpgsqlException("x", new SocketException(111))).ShouldBeTrue();
        DatabaseOutage.IsOutage(new NpgsqlException("x", new EndOfStreamException())).ShouldBeTrue();
        DatabaseOutage.IsOutage(TookTooLong).ShouldBeFalse();
        DatabaseOutage.IsOutage(new InvalidOperationException("x")).ShouldBeFalse();
        DatabaseOutage.IsOutage(null).ShouldBeFalse();
    }

    [Fact]
    public async Task Outage_is_logged_once_when_it_begins_and_once_with_a_count_when_it_is_over()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(60));
        var log = new CapturedLog();
        using var loggers = LoggerFactory.Create(logging => logging.AddProvider(log));
        var outage = new DatabaseOutage(bot.Services.Need<NpgsqlDataSource>(), clock, loggers.CreateLogger<DatabaseOutage>());
        outage.Takes(TookTooLong).ShouldBeFalse();
        for (var n = 0; n < 49; n++) outage.Takes(new NpgsqlException("x", new SocketException(111))).ShouldBeTrue();
        outage.Takes(new DbUpdateException("x", TookTooLong)).ShouldBeTrue();
        outage.Takes(new InvalidOperationException("x")).ShouldBeFalse();
        Lines().ShouldHaveSingleItem().ShouldContain("cannot be used (SocketException)");

        await Eventually.AsyncAssert(() =>
        {
            clock.Advance(TimeSpan.FromSeconds(2));
            Lines().Count.ShouldBe(2);
            return Task.CompletedTask;
        });

        Lines()[1].ShouldContain("can be used again");
        Lines()[1].ShouldContain("50 operations");

        List<string> Lines() =>
            log.Lines.Select(line => line.Text).Where(line => line.Contains("The database", StringComparison.Ordinal)).ToList();
    }

    private static NpgsqlException TookTooLong => new("x", new TimeoutException());

    private static PostgresException Refusal(string state) => new("x", "ERROR", "ERROR", state);
}
