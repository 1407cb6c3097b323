using Dukcapil.Bot.Core.Data;
using Hangfire.AspNetCore;
using Hangfire.Logging;
using LogLevel = Hangfire.Logging.LogLevel;

namespace Dukcapil.Bot.Web.Jobs;

/// <summary>
/// Routes Hangfire's log into the host's. Hangfire keeps its log provider for the whole process, so that it may be called after its host
/// has ended: it then logs nothing instead of throwing. An outage of the database is logged once for the host.
/// </summary>
internal sealed class HangfireLog(ILoggerFactory loggers, DatabaseOutage outage) : ILogProvider
{
    private readonly AspNetCoreLogProvider _inner = new(loggers);

    public ILog GetLogger(string name)
    {
        try
        {
            return new Guarded(_inner.GetLogger(name), outage);
        }
        catch (ObjectDisposedException)
        {
            return new Silence();
        }
    }

    // Each of Hangfire's loops logs the whole stack of an outage at every try.
    private sealed class Guarded(ILog inner, DatabaseOutage outage) : ILog
    {
        public bool Log(LogLevel logLevel, Func<string>? messageFunc, Exception? exception = null) =>
            (messageFunc is not null && outage.Takes(exception)) || inner.Log(logLevel, messageFunc, exception);
    }

    private sealed class Silence : ILog
    {
        public bool Log(LogLevel logLevel, Func<string>? messageFunc, Exception? exception = null) => false;
    }
}
