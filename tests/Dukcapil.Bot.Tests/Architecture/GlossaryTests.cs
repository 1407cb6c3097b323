using System.Reflection;
using System.Text.RegularExpressions;
using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Content;
using Dukcapil.Bot.Core;
using Dukcapil.Bot.Dialogs.Engine;
using Dukcapil.Bot.Web.Jobs;
using Dukcapil.Bot.Web.Startup;

namespace Dukcapil.Bot.Tests.Architecture;

/// <summary>Names that documents give to types and members are those of the code.</summary>
public sealed partial class GlossaryTests
{
    private static readonly Assembly[] Ours =
    [
        typeof(ContentProblem).Assembly, typeof(AlurDefinition).Assembly, typeof(DialogEngine).Assembly, typeof(CoreServices).Assembly,
        typeof(BotHost).Assembly, typeof(GlossaryTests).Assembly,
    ];

    private static readonly ILookup<string, Type> Types = Ours.SelectMany(assembly => assembly.GetTypes())
        .ToLookup(type => type.Name.Split('`')[0]);

    [Fact]
    public void Every_type_of_the_glossary_exists()
    {
        // Words of the office come in three columns, of which the third is the code; any other table has code in all of them.
        var cells = Repository.RowsOf(Repository.Read("docs/istilah.md")).SelectMany(cells => cells.Length == 4 ? cells[2..3] : cells[1..]);
        var names = cells.SelectMany(Repository.CodeOf).Where(code => Identifier().IsMatch(code)).Distinct().ToList();
        names.Count.ShouldBeGreaterThan(120);
        names.Where(name => !Exists(name)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("docs/architecture.md")]
    [InlineData("CONTRIBUTING.md")]
    public void Every_type_that_a_document_names_exists(string document) =>
        NamesIn(document).Where(name => !Exists(name) && !Known.Contains(name)).ShouldBeEmpty();

    /// <summary>Whether there is a type, or a type with a member, of that name.</summary>
    internal static bool Exists(string name)
    {
        const BindingFlags all = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;
        return name.Split('.') is [var type, var member]
            ? Types[type].Any(found => found.GetMember(member, all).Length > 0)
            : Types[name].Any();
    }

    // What libraries and the provider name.
    private static readonly string[] Known = ["TimeProvider", "MessageSid"];

    private static IEnumerable<string> NamesIn(string document) => Repository.CodeOf(Repository.Read(document))
        .Where(code => TypeName().IsMatch(code) && !RecurringJobRows.All.Any(row => row.Name == code)).Distinct();

    [GeneratedRegex(@"^[A-Z]\w+(\.[A-Z]\w+)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Identifier();

    // A name of two words, or of a member; single words are mostly none, and those in capitals are texts or SQL.
    [GeneratedRegex(@"^([A-Z][a-z0-9]+){2,}(\.[A-Z]\w+)?$|^[A-Z]\w+\.[A-Z]\w+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TypeName();
}
