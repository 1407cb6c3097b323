using Dukcapil.Bot.Core.Staff;

namespace Dukcapil.Bot.Web.Startup;

/// <summary>Tells whoever started the host where everything is.</summary>
internal static class Greeting
{
    public static void Print(WebApplication app)
    {
        var address = app.Urls.First();
        Console.WriteLine();
        Console.WriteLine($"  Admin page        {address}/");
        if (app.Services.GetService<Microsoft.Extensions.Options.IConfigureOptions<Simulator.SimulatorOptions>>() is not null)
            Console.WriteLine($"  Phone simulator   {address}/simulator");
        if (app.Environment.IsDevelopment())
        {
            Console.WriteLine($"  Demo sign-ins     {string.Join(", ", DemoStaff.Accounts.Select(member => member.UserName))}");
            Console.WriteLine($"  Password          {DemoStaff.Password}");
        }

        Console.WriteLine("  Stop with Ctrl-C; the data stays.");
        Console.WriteLine();
    }
}
