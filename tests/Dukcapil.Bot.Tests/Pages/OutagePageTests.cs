using Dukcapil.Bot.Core.Staff;
using Npgsql;

namespace Dukcapil.Bot.Tests.Pages;

/// <summary>Pages while the database takes no connection.</summary>
public sealed class OutagePageTests(StaffOffice office) : IClassFixture<StaffOffice>
{
    private static readonly string[] Addresses = ["/", "/loket", "/tenggat", "/perekaman/impor", "/cari", "/kasus/26-00001-1"];

    [Fact]
    public async Task Requests_in_an_outage_are_one_line_in_the_log_and_a_page_that_says_so()
    {
        using var browser = await office.SignedInAsync("kasi");
        using var stranger = office.Browser();
        var signIn = await stranger.GetAsync("/masuk");
        await using (await TakeDatabaseAwayAsync())
        {
            foreach (var address in Addresses)
            {
                var page = await browser.GetAsync(address);
                page.Status.ShouldBe(503, address);
                page.Text.ShouldContain("Sistem sedang terganggu", Case.Sensitive, address);
                page.Headers.ShouldContainKey("Content-Security-Policy", address);
            }

            (await browser.SubmitAsync(signIn, "/loket?handler=Next")).Status.ShouldBe(503);
            (await stranger.SubmitAsync(signIn, "/masuk", ("UserName", "kasi"), ("Password", DemoStaff.Password))).Status.ShouldBe(503);
            (await browser.GetAsync("/css/site.css")).Status.ShouldBe(200);
        }

        var lines = office.Log.Lines.Select(line => line.Text).ToList();
        lines.Count(line => line.Contains("The database cannot be used", StringComparison.Ordinal)).ShouldBe(1);
        lines.ShouldNotContain(line => line.Contains("unhandled exception", StringComparison.OrdinalIgnoreCase));
        (await browser.GetAsync("/")).Status.ShouldBe(200);
    }

    // The owner's connection stays; the host's are ended, and it gets no new ones.
    private async Task<Absence> TakeDatabaseAwayAsync()
    {
        var owner = new NpgsqlConnection(office.ConnectionString);
        await owner.OpenAsync(TestContext.Current.CancellationToken);
        var absence = new Absence(owner);
        await absence.RunAsync($"alter database \"{owner.Database}\" connection limit 0");
        await absence.RunAsync(
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()");
        return absence;
    }

    private sealed class Absence(NpgsqlConnection owner) : IAsyncDisposable
    {
        public async Task RunAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, owner);
            await command.ExecuteNonQueryAsync();
        }

        public async ValueTask DisposeAsync()
        {
            await RunAsync($"alter database \"{owner.Database}\" connection limit -1");
            await owner.DisposeAsync();
        }
    }
}
