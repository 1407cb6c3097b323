using System.Reflection;

namespace Dukcapil.Bot.Load.Hosts;

/// <summary>The host that was built with the driver.</summary>
internal static class HostProgram
{
    /// <summary>Its DLL.</summary>
    public static string Path { get; } = Fact("HostProgram");

    /// <summary>Whether it was built as it is run in production.</summary>
    public static bool IsRelease { get; } = Fact("Configuration") == "Release";

    private static string Fact(string name) =>
        typeof(HostProgram).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(fact => fact.Key == name).Value!;
}
