using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dukcapil.Bot.Core;
using Dukcapil.Bot.Simulator;
using Dukcapil.Bot.Web.Startup;

namespace Dukcapil.Bot.Tests.Architecture;

/// <summary><c>docs/pengaturan.md</c> lists every setting and every policy of the office, and none that is not there.</summary>
public sealed partial class SettingTableTests
{
    private static readonly string[] Rows =
        [.. Repository.RowsOf(Repository.Read("docs/pengaturan.md")).SelectMany(cells => Repository.CodeOf(cells[0]))];

    [Fact]
    public void Every_property_that_settings_are_bound_to_is_listed()
    {
        var bound = Bound().ToList();
        bound.Count.ShouldBeGreaterThan(90);
        bound.Where(property => !property.Keys.Any(Rows.Contains)).Select(property => property.Keys[0]).ShouldBeEmpty();
    }

    [Fact]
    public void Every_key_of_the_settings_file_is_listed() => KeysOfTheFile()
        .Where(key => !key.StartsWith("Logging:", StringComparison.Ordinal) && !Rows.Contains(PlanOf(key))).ShouldBeEmpty();

    [Fact]
    public void Every_recurring_job_is_in_the_runbook()
    {
        var jobs = KeysOfTheFile().Where(key => key.StartsWith("Jobs:", StringComparison.Ordinal)).Select(key => key.Split(':')[1]).Order();
        var rows = Repository.RowsOf(Repository.Read("docs/runbook.md").Split("## Scheduled work")[1].Split("\n## ")[0]);
        rows.Select(cells => cells[0].Trim('`')).Where(cell => cell != "row").Order().ToList().ShouldBe(jobs.ToList());
    }

    [Fact]
    public void Every_column_of_a_policy_table_is_listed()
    {
        var columns = Policies().ToList();
        columns.ShouldContain("booking_policy.hold_minutes");
        columns.Where(column => !Rows.Contains(column)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_row_is_a_setting_a_policy_or_a_constant()
    {
        var known = Bound().SelectMany(property => property.Keys).Concat(KeysOfTheFile().Select(PlanOf))
            .Concat(Policies()).Concat(Literals()).ToHashSet();
        Rows.Where(row => !known.Contains(row) && !GlossaryTests.Exists(row)).ShouldBeEmpty();
        Rows.GroupBy(row => row).Where(row => row.Count() > 1).Select(row => row.Key).ShouldBeEmpty();
    }

    /// <summary>Properties of classes that sections are bound to, with the keys that set them.</summary>
    private static IEnumerable<(Type Type, string[] Keys)> Bound()
    {
        Assembly[] ours = [typeof(CoreServices).Assembly, typeof(SimulatorServices).Assembly, typeof(BotHost).Assembly];
        var sections = Sources().SelectMany(text => Binding().Matches(text))
            .Select(found => (Type: found.Groups["type"].Value, Section: SectionOf(found)))
            .Distinct().ToLookup(each => each.Type, each => each.Section);
        return from type in ours.SelectMany(assembly => assembly.GetTypes())
               where sections.Contains(type.Name)
               from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
               where IsBindable(property)
               select (type, sections[type.Name].Select(section => $"{section}:{property.Name}").ToArray());
    }

    private static string SectionOf(Match found) => found.Groups["section"] is { Success: true } section
        ? section.Value
        : found.Groups["type"].Value[..^"Options".Length];

    private static bool IsBindable(PropertyInfo property) => !typeof(Delegate).IsAssignableFrom(property.PropertyType)
        && (property.SetMethod is { IsPublic: true }
            || (property.PropertyType != typeof(string) && typeof(IEnumerable).IsAssignableFrom(property.PropertyType)));

    private static string PlanOf(string key) => key.StartsWith("Jobs:", StringComparison.Ordinal) ? "Jobs:{name}:Cron" : key;

    private static IEnumerable<string> KeysOfTheFile()
    {
        using var file = JsonDocument.Parse(Repository.Read("appsettings.json"));
        return [.. Flat(file.RootElement, "")];
    }

    private static IEnumerable<string> Flat(JsonElement element, string path) =>
        element.ValueKind == JsonValueKind.Object && element.EnumerateObject().Any()
            ? element.EnumerateObject().SelectMany(inner => Flat(inner.Value, path.Length == 0 ? inner.Name : $"{path}:{inner.Name}"))
            : [path];

    /// <summary>Columns of the tables that hold one row of rules.</summary>
    private static IEnumerable<string> Policies() =>
        from file in Repository.Files
        where file.StartsWith("src/", StringComparison.Ordinal) && file.EndsWith(".sql", StringComparison.Ordinal)
        from table in Policy().Matches(Repository.Read(file))
        from column in Column().Matches(table.Groups["columns"].Value)
        select $"{table.Groups["table"].Value}.{column.Groups["column"].Value}";

    /// <summary>Keys that the code asks for by name.</summary>
    private static IEnumerable<string> Literals() => Sources().SelectMany(
        text => Literal().Matches(text).Select(key => key.Groups["key"].Value)
            .Concat(Login().Matches(text).Select(login => $"ConnectionStrings:{login.Groups["login"].Value}")));

    private static IEnumerable<string> Sources() => Repository.Files
        .Where(file => file.StartsWith("src/", StringComparison.Ordinal) && file.EndsWith(".cs", StringComparison.Ordinal))
        .Select(Repository.Read);

    [GeneratedRegex(
        """Configure<(?<type>\w+Options)>\(\s*\w+\.GetSection\(("(?<section>\w+)"|\w+\.Section)\)"""
        + """|GetSection\("(?<section>\w+)"\)\.Get<(?<type>\w+Options)>""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Binding();

    [GeneratedRegex(
        @"create table (?<table>\w+_policy) \((?<columns>.*?)\n\);",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Policy();

    [GeneratedRegex(
        @"^  (?!only_row|check|primary|unique|constraint)(?<column>[a-z_]+) ",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Column();

    [GeneratedRegex("\"(?<key>[A-Z]\\w+(:[A-Z]\\w+)+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Literal();

    [GeneratedRegex("GetConnectionString\\(\"(?<login>\\w+)\"\\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Login();
}
