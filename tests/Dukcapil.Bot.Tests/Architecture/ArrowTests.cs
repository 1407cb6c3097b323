using System.Reflection;
using System.Runtime.CompilerServices;
using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Content;
using Dukcapil.Bot.Core;
using Dukcapil.Bot.Dialogs.Engine;
using Dukcapil.Bot.Simulator;
using Dukcapil.Bot.Web.Startup;

namespace Dukcapil.Bot.Tests.Architecture;

/// <summary>Who may know whom (<c>docs/architecture.md</c> "Layers"): read from the compiled code, signatures and bodies alike.</summary>
public sealed class ArrowTests
{
    private const string Core = "Dukcapil.Bot.Core";

    private static readonly Assembly ContentCode = typeof(ContentProblem).Assembly;
    private static readonly Assembly AlurCode = typeof(AlurDefinition).Assembly;
    private static readonly Assembly DialogsCode = typeof(DialogEngine).Assembly;

    [Theory]
    [InlineData("Dukcapil.Bot.Content", "")]
    [InlineData("Dukcapil.Bot.Alur", "Dukcapil.Bot.Content")]
    [InlineData("Dukcapil.Bot.Dialogs", "Dukcapil.Bot.Content")]
    [InlineData("Dukcapil.Bot.Core", "Dukcapil.Bot.Alur Dukcapil.Bot.Content Dukcapil.Bot.Dialogs")]
    [InlineData("Dukcapil.Bot.Simulator", "")]
    public void Assembly_knows_only_what_lies_below_it(string name, string allowed)
    {
        Assembly[] all =
        [
            ContentCode, AlurCode, DialogsCode, typeof(CoreServices).Assembly, typeof(SimulatorServices).Assembly, typeof(BotHost).Assembly,
        ];
        var own = all.Single(assembly => assembly.GetName().Name == name).GetReferencedAssemblies().Select(reference => reference.Name!)
            .Where(reference => reference.StartsWith("Dukcapil.", StringComparison.Ordinal));
        own.Except(allowed.Split(' '), StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Fact]
    public void Pure_code_knows_no_database_web_or_network()
    {
        string[] forbidden =
        [
            "Npgsql", "Microsoft.EntityFrameworkCore", "Microsoft.AspNetCore", "Microsoft.Extensions", "System.Net", "System.Data",
            "System.Threading.Tasks.Parallel",
        ];
        foreach (var assembly in new[] { ContentCode, AlurCode, DialogsCode })
            assembly.GetReferencedAssemblies().Where(
                reference => forbidden.Any(name => reference.Name!.StartsWith(
                    name, StringComparison.Ordinal))).ShouldBeEmpty(assembly.GetName().Name);
    }

    [Fact]
    public void Engine_holds_no_clock_no_asynchrony_and_no_files()
    {
        var engine = DialogsCode.GetTypes()
            .Where(type => type.Namespace?.StartsWith("Dukcapil.Bot.Dialogs.Engine", StringComparison.Ordinal) == true);
        string[] forbidden =
        [
            "System.TimeProvider", "System.Threading.", "System.IO.", "System.DateTime", "System.Random", "System.Environment",
            "System.Console",
        ];
        Offences(engine, known => Array.Exists(forbidden, known.FullName!.StartsWith) && known != typeof(DateTime)).ShouldBeEmpty();
        engine.SelectMany(Methods).Where(method => method.IsDefined(typeof(AsyncStateMachineAttribute))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Common", "Data")]
    [InlineData("Time", "")]
    [InlineData("Telemetry", "Data")]
    [InlineData("Messaging", "Data Telemetry")]
    [InlineData("Residents", "Data Time")]
    [InlineData("Staff", "Data")]
    [InlineData("Content", "")]
    [InlineData("Casework", "Data Time Messaging Staff Content")]
    [InlineData("Appointments", "Data Time Messaging Casework Content")]
    [InlineData("Queues", "Data Time Messaging Staff Content Casework Appointments")]
    [InlineData("Reminders", "Data Time Messaging Staff Content Casework")]
    [InlineData("Information", "Data Time Messaging Staff Content Casework")]
    [InlineData("MessageOperations", "Data Time Messaging Casework Staff")]
    [InlineData("Conversations", "Data Time Messaging Casework Appointments Queues Residents Content Information Reminders Telemetry")]
    public void Feature_knows_only_the_features_below_it(string feature, string allowed)
    {
        // Common is for all: what it holds belongs to no feature.
        var known = allowed.Split(' ', StringSplitOptions.RemoveEmptyEntries).Append(feature).Append("Common")
            .Select(name => $"{Core}.{name}").ToList();
        Offences(TypesIn(feature), type => type.Namespace is { } place && place.StartsWith(Core + ".", StringComparison.Ordinal)
            && !known.Exists(name => IsWithin(place, name))).ShouldBeEmpty();
    }

    [Fact]
    public void Bot_filters_and_engine_do_not_know_by_which_channel_a_resident_writes()
    {
        // MissedMessages is a door: it looks for what the provider's list has and the inbox lacks.
        var types = TypesIn("Conversations").Where(type => Outermost(type).Name != "MissedMessages").Concat(DialogsCode.GetTypes());
        string[] channels = [$"{Core}.Messaging.Provider"];
        Offences(types, type => type.Namespace is { } place && Array.Exists(channels, name => IsWithin(place, name))).ShouldBeEmpty();
        types.SelectMany(type => KnownTypes.TextsOf(type).Select(text => $"{type.FullName} says {text}"))
            .Where(text => text.Contains("whatsapp", StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();
    }

    [Fact]
    public void Data_knows_no_feature() => Offences(
        TypesIn("Data"),
        type => type.Namespace is { } place && place.StartsWith(Core + ".", StringComparison.Ordinal) && !IsWithin(place, $"{Core}.Data")
            && !IsWithin(place, $"{Core}.Common")).ShouldBeEmpty();

    [Fact]
    public void Interface_has_more_than_one_implementation()
    {
        var types = new[] { ContentCode, AlurCode, DialogsCode, typeof(CoreServices).Assembly, typeof(BotHost).Assembly }.SelectMany(
            assembly => assembly.GetTypes()).ToList();
        types.Where(type => type.IsInterface && types.Count(other => other.IsClass && other.IsAssignableTo(type)) < 2).ShouldBeEmpty();
    }

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static bool IsWithin(string place, string name) => place == name || place.StartsWith(name + ".", StringComparison.Ordinal);

    private static IEnumerable<Type> TypesIn(string feature) =>
        typeof(CoreServices).Assembly.GetTypes().Where(type => type.Namespace is { } place && IsWithin(place, $"{Core}.{feature}"));

    private static IEnumerable<string> Offences(IEnumerable<Type> types, Func<Type, bool> isForbidden) => types
        .SelectMany(type => KnownTypes.Of(type).Where(known => known.FullName is not null && isForbidden(known))
            .Select(known => $"{type.FullName} knows {known.FullName}"))
        .Distinct().Order();

    private static IEnumerable<MethodInfo> Methods(Type type) =>
        type.GetMethods(
            BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly);
}
