using Dukcapil.Bot.Load;
using Dukcapil.Bot.Load.Storming;

if (LoadOptions.Read(args) is not { } options)
{
    Console.Error.WriteLine(LoadOptions.Usage);
    return 2;
}

var isWell = options.Storm ? await new StormRun(options, TimeProvider.System).RunAsync() : await new LoadRun(options).RunAsync();
return isWell ? 0 : 1;
