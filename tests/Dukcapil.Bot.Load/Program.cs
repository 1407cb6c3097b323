using Dukcapil.Bot.Load;

if (LoadOptions.Read(args) is not { } options)
{
    Console.Error.WriteLine(LoadOptions.Usage);
    return 2;
}

return await new LoadRun(options).RunAsync() ? 0 : 1;
