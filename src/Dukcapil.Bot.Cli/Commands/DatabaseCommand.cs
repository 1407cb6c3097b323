using Dukcapil.Bot.Core.Data;
using Spectre.Console;

namespace Dukcapil.Bot.Cli.Commands;

/// <summary><c>migrate</c>, and where the console program finds the database.</summary>
internal static class DatabaseCommand
{
    private const string Variable = "ConnectionStrings__Dukcapil";
    private const string OwnerVariable = "ConnectionStrings__DukcapilOwner";

    /// <summary>The connection string; null, with a line about it, when none is set.</summary>
    internal static string? ConnectionString(TextWriter errors)
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } connection) return connection;
        errors.WriteLine($"Set {Variable} to the database first.");
        return null;
    }

    /// <summary>Brings the schema up to date as its owner; without an owner's login, as the one there is.</summary>
    internal static int Migrate(TextWriter output, TextWriter errors)
    {
        var owner = Environment.GetEnvironmentVariable(OwnerVariable);
        if ((owner is { Length: > 0 } ? owner : ConnectionString(errors)) is not { } connection) return 2;
        var migrating = Database.MigrateAsync(connection, CancellationToken.None);
        // An indeterminate bar: a migration is one transaction without progress.
        if (Screen.Of(output) is { } screen)
            screen.Status().StartAsync("Bringing the schema up to date", _ => migrating).GetAwaiter().GetResult();
        migrating.GetAwaiter().GetResult();
        output.WriteLine("The schema is up to date.");
        return 0;
    }
}
