using System.Text;
using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Tests.Fixtures;
using Dukcapil.Bot.Tests.Journeys;
using Dukcapil.Bot.Tests.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Dukcapil.Bot.Tests.Privacy;

/// <summary>After a whole journey at log level Debug, what people said and who they are stands nowhere in clear.</summary>
public sealed class PersonalDataTests(PersonalDataTests.JourneyApp app) : IClassFixture<PersonalDataTests.JourneyApp>
{
    private const string Name = "Zulkarnaen Wicaksana";
    private const string Message = "apakah kantornya dekat pasar kembang zebra";

    private IReadOnlyList<string> Numbers =>
        [
            app.Person.Nik, app.Person.FamilyCard, app.Phone.Number[1..], app.Phone.Number[3..], Applicant.SponsorPhone,
            Applicant.SponsorPhone[1..],
        ];

    private IReadOnlyList<string> Secrets => [.. Numbers, Name, Name.Split(' ')[0], Message, "zebra", "/Media/ME"];

    [Fact]
    public void Log_at_debug_level_holds_nothing_of_it()
    {
        // The simulator's own addresses hold phone numbers and files; it never runs in Production.
        var lines = app.Log.Lines.Select(line => line.Text)
            .Where(line => !(line.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
                && line.Contains("/simulator/", StringComparison.Ordinal))).ToList();
        lines.Count.ShouldBeGreaterThan(1000);
        lines.Where(line => Secrets.Any(secret => line.Contains(secret, StringComparison.OrdinalIgnoreCase))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Job_history_outbox_history_and_faults_hold_nothing_of_it()
    {
        var tables = (await TablesAsync()).Where(
            table => table.StartsWith("hangfire.", StringComparison.Ordinal) || table is "public.outbox_history" or "public.inbox");
        foreach (var (table, text) in await DumpAsync(tables))
            Secrets.Where(secret => Holds(text, secret)).ShouldBeEmpty($"in {table}");
    }

    [Fact]
    public async Task Exported_traces_and_metrics_hold_nothing_of_it()
    {
        await ProvokeFaultAsync();
        OtlpReceiver.Flush(app.Services);
        var exported = app.Collector.Received;
        string[] names = ["process inbox", "send outbox", "run AdvanceCases", "/webhooks/twilio/whatsapp", "22P02", "dukcapil.turn"];
        foreach (var named in names)
            exported.ShouldContain(named);
        Secrets.Where(secret => exported.Contains(secret, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();
    }

    // PostgreSQL quotes in its message what it could not read.
    private async Task ProvokeFaultAsync()
    {
        await using var command = app.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand("select ('x' || $1)::bigint");
        command.Parameters.Add(new() { Value = app.Person.Nik });
        var fault = await Should.ThrowAsync<PostgresException>(() => command.ExecuteScalarAsync(TestContext.Current.CancellationToken));
        fault.MessageText.ShouldContain(app.Person.Nik);
    }

    [Fact]
    public async Task Pushed_texts_name_the_case_and_nobody()
    {
        await using var data = app.OpenData();
        var sealer = app.Services.GetRequiredService<MessageSealer>();
        var pushes = await data.Outbox.Where(message => message.Kind == "push").ToListAsync(TestContext.Current.CancellationToken);
        var texts = pushes.ConvertAll(message => sealer.OpenOutgoing(message.ContentEnc).Text);
        texts.Count.ShouldBeGreaterThan(10);
        texts.Where(text => Secrets.Any(secret => text.Contains(secret, StringComparison.OrdinalIgnoreCase))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Database_keeps_only_the_name_readable()
    {
        foreach (var (table, text) in await DumpAsync(await TablesAsync()))
        {
            string[] allowed = table == "public.cases" ? [Name, Name.Split(' ')[0]] : [];
            Secrets.Except(allowed).Where(secret => Holds(text, secret)).ShouldBeEmpty($"in {table}");
        }
    }

    private static bool Holds(string dump, string secret) =>
        dump.Contains(secret, StringComparison.OrdinalIgnoreCase)
        || dump.Contains(Convert.ToHexStringLower(Encoding.UTF8.GetBytes(secret)), StringComparison.Ordinal);

    private async Task<List<string>> TablesAsync() =>
        (await app.ReadAsync<string[]>(
            "select array_agg(format('%I.%I', schemaname, tablename)) from pg_tables where schemaname in ('public', 'hangfire')")).ToList();

    // A row as text has every column: bytea as hexadecimal digits.
    private async Task<List<(string Table, string Text)>> DumpAsync(IEnumerable<string> tables)
    {
        await using var connection = new NpgsqlConnection(app.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        var dumps = new List<(string, string)>();
        foreach (var table in tables)
        {
            await using var command = new NpgsqlCommand(
                $"select coalesce(string_agg(line::text, E'\n'), '') from {table} line", connection);
            dumps.Add((table, (string)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!));
        }

        return dumps;
    }

    /// <summary>
    /// A host on which one phone applied for itself and for a foreigner, answered a refusal, and saw both cases to their end.
    /// </summary>
    public sealed class JourneyApp(MigratedDatabase databases) : BotApp(databases)
    {
        internal Person Person { get; } = Person.New(Name);

        internal Resident Resident { get; private set; } = null!;

        internal SimulatedPhone Phone => Resident.Phone;

        internal OtlpReceiver Collector { get; } = new();

        /// <inheritdoc/>
        protected override void Configure(WebApplicationBuilder builder)
        {
            Collector.Use(builder.Configuration);
            foreach (var level in builder.Configuration.GetSection("Logging:LogLevel").GetChildren()) level.Value = nameof(LogLevel.Debug);
        }

        /// <inheritdoc/>
        public override async ValueTask InitializeAsync()
        {
            await Collector.StartAsync();
            await base.InitializeAsync();
            var applicant = new Applicant(this, "kk-pindah-datang") { Person = Person };
            Resident = applicant.Resident;
            await applicant.Resident.WriteAsync(Message);
            await FinishAsync(applicant);
            await applicant.Resident.WriteAsync("menu");
            await FinishAsync(new Applicant(this, "sktt") { Person = Person, Resident = applicant.Resident });
        }

        /// <inheritdoc/>
        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            await Collector.DisposeAsync();
            GC.SuppressFinalize(this);
        }

        private async Task FinishAsync(Applicant applicant)
        {
            await applicant.Resident.WriteAsync("halo");
            foreach (var prompt in applicant.Prompts)
                if (prompt.Name != "izin" || applicant.Alur.Id != "sktt") await applicant.Resident.WriteAsync(prompt.Answer);
            await applicant.ToSummaryAsync();
            var number = Applicant.NumberIn(await applicant.Resident.WriteAsync("1"));
            var office = await Office.OpenAsync(this);
            await office.RefuseAsync(number, applicant.Papers[0].Item.Id, "Fotonya buram");
            await applicant.Resident.ReadAsync();
            await applicant.Resident.PhotographAsync();
            await applicant.Resident.WriteAsync("ya");
            await office.SettledAsync(number);
            foreach (var _ in applicant.Alur.Steps) await office.FinishStepAsync(number);
            await applicant.Resident.ReadAsync();
        }
    }
}
