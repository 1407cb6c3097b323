using System.Text.RegularExpressions;
using Dukcapil.Bot.Core;

namespace Dukcapil.Bot.Tests.Architecture;

/// <summary>
/// The SQL of the program, files and texts in code alike: which feature owns which table, who else touches it. What is listed here is
/// what there is: a new arrow is added knowingly, and one that is gone is taken off the list.
/// </summary>
public sealed partial class SqlTests
{
    /// <summary>Features and the tables of others that their routines and statements name, but for the stamps of <c>Data</c>.</summary>
    private const string Known = """
        Appointments: Messaging.address_policy Messaging.addresses Messaging.outbox
        Casework: Messaging.address_policy Messaging.outbox
        Conversations: Appointments.bookings Casework.case_berkas Casework.cases Messaging.address_aliases Messaging.address_events
          Messaging.address_policy Messaging.addresses Messaging.inbox Messaging.media Messaging.outbox Residents.consents
        Data: Messaging.addresses
        MessageOperations: Casework.access_log Messaging.address_events Messaging.inbox Messaging.outbox Messaging.outbox_history
          Staff.staff
        Messaging: Appointments.bookings Appointments.slot_wishes Casework.cases Conversations.conversations Data.clock_policy
          Information.complaints Information.subscriptions Queues.visits Reminders.campaign_recipients Reminders.reminder_claims
          Residents.consents
        Queues: Appointments.booking_policy Appointments.bookings Appointments.counters Appointments.slots
        Reminders: Appointments.bookings Appointments.office_days Appointments.plan_history Casework.cases
          Conversations.conversations Information.subscriptions Messaging.address_aliases Messaging.addresses Messaging.outbox
        Residents: Appointments.bookings Appointments.slot_wishes Casework.case_files Casework.cases Conversations.address_doubts
          Conversations.conversations Information.complaints Information.subscriptions Messaging.address_aliases
          Messaging.address_events Messaging.addresses Messaging.inbox Messaging.media Messaging.outbox Queues.visits
          Reminders.campaign_recipients Reminders.reminder_claims
        Telemetry: Appointments.slots Casework.cases Messaging.outbox
        """;

    private static readonly string Source = Path.Combine(SizeTests.Root(), "src", "Dukcapil.Bot.Core");

    private static readonly Dictionary<string, string> Owners
        = Directory.EnumerateFiles(Path.Combine(Source, "Data", "Migrations"), "*.sql")
        .SelectMany(file => Table().Matches(File.ReadAllText(file))
            .Select(match => (Table: match.Groups[1].Value, Feature: FeatureOf(file))))
        .ToDictionary(pair => pair.Table, pair => pair.Feature);

    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Source, "*.sql", SearchOption.AllDirectories)
        .Where(path => !path.Contains("/obj/", StringComparison.Ordinal)).Select(path => Path.GetRelativePath(Source, path))];

    [Theory]
    [MemberData(nameof(Files))]
    public void File_holds_one_routine_of_its_name_or_tables_alone(string file)
    {
        var parts = file.Split(Path.DirectorySeparatorChar);
        var sql = Stripped(File.ReadAllText(Path.Combine(Source, file)));
        var made = Made().Matches(sql).Select(match => match.Groups[1].Value).ToList();
        if (parts is ["Data", "Migrations", _])
        {
            made.ShouldBeEmpty();
            return;
        }

        parts.Length.ShouldBe(3);
        parts[1].ShouldBe("Sql");
        made.ShouldBe([Path.GetFileNameWithoutExtension(file)]);
        // Triggers stand in the file of their function; everything can be run again.
        Trigger().Matches(sql).Select(match => match.Groups[1].Value).Distinct().Except(made).ShouldBeEmpty();
        Statement().Matches(sql).Select(match => match.Value).Distinct().Except(["create or replace "]).ShouldBeEmpty();
    }

    [Fact]
    public void Feature_touches_the_tables_of_others_only_where_it_is_known()
    {
        var found = FromFiles().Concat(FromCode()).Where(pair => Owners[pair.Table] != pair.Feature)
            .Select(pair => $"{pair.Feature} {Owners[pair.Table]}.{pair.Table}").ToHashSet();
        var known = Known.Replace("\n  ", " ", StringComparison.Ordinal).Split('\n')
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .SelectMany(words => words[1..].Select(table => $"{words[0].TrimEnd(':')} {table}")).ToHashSet();
        found.Except(known).ShouldBeEmpty("a new arrow");
        known.Except(found).ShouldBeEmpty("an arrow that is gone");
    }

    [Fact]
    public void Sql_holds_codes_and_every_reason_has_its_sentence()
    {
        var sql = Directory.EnumerateFiles(Source, "*.sql", SearchOption.AllDirectories)
            .Where(file => file.Contains("/Sql/", StringComparison.Ordinal))
            .Select(File.ReadAllText).Concat(Statements().Select(pair => pair.Text)).Select(text => Comment().Replace(text, "")).ToList();
        sql.SelectMany(text => Sentence().Matches(text).Select(match => match.Value)).ShouldBeEmpty();
        sql.SelectMany(text => ProviderCode().Matches(text).Select(match => match.Value))
            .ShouldBeEmpty("kode-twilio.yaml alone knows codes");
        var texts = File.ReadAllLines(Path.Combine(SizeTests.Root(), "dialogs", "texts", "alasan-pesan.yaml"))
            .Where(line => line.Length > 1 && line[^1] == ':' && line[0] is >= 'a' and <= 'z').Select(line => line[..^1]).ToList();
        var codes = sql.SelectMany(text => Reason().Matches(text).Select(match => match.Groups[1].Value)).Distinct().ToList();
        codes.Count.ShouldBeGreaterThan(10);
        codes.Except(texts).ShouldBeEmpty();
    }

    private static IEnumerable<(string Feature, string Table)> FromFiles() =>
        from file in Directory.EnumerateFiles(Source, "*.sql", SearchOption.AllDirectories)
        let parts = Path.GetRelativePath(Source, file).Split(Path.DirectorySeparatorChar)
        where parts is [_, "Sql", _] && !parts[2].StartsWith("stamp_", StringComparison.Ordinal)
        from table in Named(File.ReadAllText(file))
        select (parts[0], table);

    private static IEnumerable<(string Feature, string Table)> FromCode() =>
        from statement in Statements()
        from table in Named(statement.Text)
        select (statement.Feature, table);

    private static IEnumerable<(string Feature, string Text)> Statements() =>
        from type in typeof(CoreServices).Assembly.GetTypes()
        where type.Namespace?.StartsWith("Dukcapil.Bot.Core.", StringComparison.Ordinal) == true
        from text in KnownTypes.TextsOf(type)
        where Verb().IsMatch(text)
        select (type.Namespace!.Split('.')[3], text);

    // Tables that are read, written or locked, each after the word that leads to it.
    private static IEnumerable<string> Named(string sql) =>
        Use().Matches(Stripped(sql)).Select(match => match.Groups[1].Value).Where(Owners.ContainsKey).Distinct();

    private static string FeatureOf(string file) =>
        string.Concat(Path.GetFileNameWithoutExtension(file).Split('_').Skip(1).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    private static string Stripped(string sql) => Quoted().Replace(Comment().Replace(sql, ""), "''");

    [GeneratedRegex(@"^create (?:unlogged )?table (?<name>\w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Table();

    [GeneratedRegex(@"create (?:or replace )?(?:function|procedure) (?<name>\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Made();

    [GeneratedRegex(@"create or replace trigger[^;]*execute function (?<name>\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Trigger();

    [GeneratedRegex("^(?:create|alter|drop|grant|revoke|insert|update|delete|do) (?:or replace )?", RegexOptions.Multiline, 1000)]
    private static partial Regex Statement();

    [GeneratedRegex(@"\b(?:from|join|update|into|only|on|truncate|lock table)\s+(?<name>[a-z_]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Use();

    [GeneratedRegex(@"\b(?:select|update|insert into|delete from|with)\b", RegexOptions.None, 1000)]
    private static partial Regex Verb();

    [GeneratedRegex(@"\b[2-6]\d{4}\b", RegexOptions.None, 1000)]
    private static partial Regex ProviderCode();

    // A capital, a blank, a full stop: words for people.
    [GeneratedRegex(@"(?<!message = )'[A-Z][^';=]* [^';=]*\.'", RegexOptions.None, 1000)]
    private static partial Regex Sentence();

    [GeneratedRegex(@"update (?:outbox|unrecorded_people)\b[^;]*?reason = '(?<name>[a-z-]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reason();

    [GeneratedRegex("--[^\n]*", RegexOptions.None, 1000)]
    private static partial Regex Comment();

    [GeneratedRegex("'[^']*'", RegexOptions.None, 1000)]
    private static partial Regex Quoted();
}
