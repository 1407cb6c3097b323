using Dukcapil.Bot.Web.Startup;

return await Launch.RunAsync(args);
