using Dukcapil.Bot.Cli.Commands;

return CommandLine.Run(args, Console.In, Console.Out, Console.Error);
