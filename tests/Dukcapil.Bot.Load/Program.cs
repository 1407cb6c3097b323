using Dukcapil.Bot.Load;
using Dukcapil.Bot.Load.Campaigning;
using Dukcapil.Bot.Load.Crowding;
using Dukcapil.Bot.Load.Desks;
using Dukcapil.Bot.Load.Importing;
using Dukcapil.Bot.Load.Storming;

if (LoadOptions.Read(args) is not { } options)
{
    Console.Error.WriteLine(LoadOptions.Usage);
    return 2;
}

var isWell = options switch
{
    { Storm: true } => await new StormRun(options, TimeProvider.System).RunAsync(),
    { Campaign: true } => await new CampaignRun(options, TimeProvider.System).RunAsync(),
    { Bookings: true } => await new CrowdRun(options, TimeProvider.System).RunAsync(),
    { Desks: true } => await new DeskRun(options, TimeProvider.System).RunAsync(),
    { Import: true } => await new ImportRun(options, TimeProvider.System).RunAsync(),
    _ => await new LoadRun(options).RunAsync(),
};
return isWell ? 0 : 1;
