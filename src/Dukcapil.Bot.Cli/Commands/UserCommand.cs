using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Staff;
using Microsoft.Extensions.DependencyInjection;

namespace Dukcapil.Bot.Cli.Commands;

/// <summary><c>user</c>: creates accounts, the first one included, and resets passwords.</summary>
internal static class UserCommand
{
    internal static int Run(Arguments arguments, TextReader input, TextWriter output, TextWriter errors)
    {
        if (arguments.SecondWord is not { } name)
        {
            errors.WriteLine("Say which account: user create|reset|disable <name>.");
            return 2;
        }

        if (DatabaseCommand.ConnectionString(errors) is not { } connection) return 2;
        using var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddDatabase(_ => connection)
            .AddAccounts()
            .BuildServiceProvider();
        using var scope = services.CreateScope();
        var accounts = scope.ServiceProvider.GetRequiredService<StaffAccounts>();
        if (Change(arguments, name, accounts, input, output) is not { } change)
        {
            errors.WriteLine(
                "The command is one of: user create <name> --role <role> --full-name \"<name>\", user reset <name>, user disable <name>.");
            return 2;
        }

        var problems = change().GetAwaiter().GetResult();
        foreach (var problem in problems) errors.WriteLine(problem.Description);
        if (problems.Count > 0) return 1;
        output.WriteLine($"Done: {name}.");
        return 0;
    }

    private static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddStaffAccounts();
        return services;
    }

    private static Func<Task<IReadOnlyList<AccountProblem>>>? Change(
        Arguments arguments, string name, StaffAccounts accounts, TextReader input, TextWriter output) =>
        arguments.Word switch
        {
            "create" when Member(arguments, name) is { } member => () => accounts.CreateAsync(member, Password(input, output)),
            "reset" => () => accounts.ResetPasswordAsync(name, Password(input, output)),
            "disable" => () => accounts.DisableAsync(name),
            _ => null,
        };

    private static NewStaffMember? Member(Arguments arguments, string name) =>
        Enum.TryParse<StaffRole>(arguments.Option("--role"), ignoreCase: true, out var role) && Enum.IsDefined(role)
            && arguments.Option("--full-name") is { Length: > 0 } fullName
            ? new NewStaffMember(name, fullName, role, arguments.Option("--admin") == "yes")
            : null;

    private static string Password(TextReader input, TextWriter output)
    {
        output.Write("New password (at least 12 characters): ");
        return input.ReadLine() ?? "";
    }
}
