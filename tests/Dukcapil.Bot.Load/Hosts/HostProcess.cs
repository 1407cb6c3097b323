using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Dukcapil.Bot.Load.Wire;

namespace Dukcapil.Bot.Load.Hosts;

/// <summary>One running host, started as an operator starts it: settings by environment variables, ready when it says so.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);
    private readonly Process _process;
    private long _mostMemory;

    private HostProcess(Process process, Uri address, TimeSpan startedIn)
    {
        (_process, Address, StartedIn) = (process, address, startedIn);
        CpuOfStart = Cpu;
    }

    /// <summary>The keys of every host of the driver.</summary>
    public static IReadOnlyDictionary<string, string?> PersonalDataKeys { get; } = new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["PersonalData:EncryptionKey"] = Convert.ToBase64String(SHA256.HashData("load encryption"u8)),
        ["PersonalData:SearchKey"] = Convert.ToBase64String(SHA256.HashData("load search"u8)),
    };

    public Uri Address { get; }

    /// <summary>From the start of the process to the first "ready".</summary>
    public TimeSpan StartedIn { get; }

    /// <summary>CPU time of the start; unlike its length, it hardly changes when other programs use the machine.</summary>
    public TimeSpan CpuOfStart { get; }

    /// <summary>CPU time used so far.</summary>
    public TimeSpan Cpu => Refreshed().TotalProcessorTime;

    /// <summary>The largest resident set seen by <see cref="WatchMemoryAsync"/>, in bytes.</summary>
    public long MostMemory => _mostMemory;

    /// <param name="program">The host's DLL.</param>
    /// <param name="database">Its database.</param>
    /// <param name="provider">Where the provider's API is.</param>
    /// <param name="publicBase">Address that webhooks are signed with; null for the host's own.</param>
    /// <param name="showLog">Whether its output goes on to ours.</param>
    /// <param name="time">The clock.</param>
    /// <param name="at">Where it listens; null for a free port.</param>
    /// <param name="more">Settings besides the driver's usual ones.</param>
    public static async Task<HostProcess> StartAsync(
        string program, string database, string provider, Uri? publicBase, bool showLog, TimeProvider time, Uri? at = null,
        IReadOnlyDictionary<string, string>? more = null)
    {
        var address = at ?? FreeAddress();
        var start = new ProcessStartInfo("dotnet", [program, "--urls", address.ToString().TrimEnd('/')])
        {
            UseShellExecute = false,
            RedirectStandardOutput = !showLog,
        };
        foreach (var (name, value) in Settings(database, provider, publicBase ?? address).Concat(
            more ?? new Dictionary<string, string>(StringComparer.Ordinal))) start.Environment[name] = value;
        var since = time.GetTimestamp();
        var process = Process.Start(start)!;
        if (!showLog) process.BeginOutputReadLine();
        await WaitUntilReadyAsync(process, address, time);
        return new HostProcess(process, address, time.GetElapsedTime(since));
    }

    /// <summary>Ends it at once, as a power cut does.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Watches the resident set until cancelled.</summary>
    public async Task WatchMemoryAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            _mostMemory = Math.Max(_mostMemory, Refreshed().WorkingSet64);
            await Task.Delay(TimeSpan.FromMilliseconds(250), time, cancellationToken)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Stops it in an orderly way, as a supervisor does.</summary>
    public async ValueTask DisposeAsync()
    {
        using var ask = OperatingSystem.IsWindows() || _process.HasExited
            ? null
            : Process.Start("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        if (ask is null) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private Process Refreshed()
    {
        _process.Refresh();
        return _process;
    }

    private static Dictionary<string, string> Settings(string database, string provider, Uri publicBase) => new(StringComparer.Ordinal)
    {
        // Neither Production, which insists on https to the provider, nor Development, which brings its own provider.
        ["DOTNET_ENVIRONMENT"] = "Load",
        ["ConnectionStrings__Dukcapil"] = database,
        ["PersonalData__EncryptionKey"] = PersonalDataKeys["PersonalData:EncryptionKey"]!,
        ["PersonalData__SearchKey"] = PersonalDataKeys["PersonalData:SearchKey"]!,
        ["Twilio__AccountSid"] = Account.Made.Sid,
        ["Twilio__AuthToken"] = Account.Made.Token,
        ["Twilio__From"] = Account.Made.Sender,
        // The speed of the host is measured, not the rate that WhatsApp grants one sender.
        ["Twilio__MessagesPerSecond"] = "100000",
        ["Twilio__ApiBaseUrl"] = provider,
        ["Twilio__ContentBaseUrl"] = provider,
        // A resident here writes as no person can.
        ["Flood__TurnsPerMinute"] = "1000000",
        ["Flood__SameText"] = "60000",
        ["Flood__SameTextByMachine"] = "60000",
        ["Twilio__PublicBaseUrl"] = publicBase.GetLeftPart(UriPartial.Authority),
    };

    private static async Task WaitUntilReadyAsync(Process process, Uri address, TimeProvider time)
    {
        var since = time.GetTimestamp();
        using var connection = new WebhookConnection(address);
        var question = Encoding.ASCII.GetBytes($"GET /health/ready HTTP/1.1\r\nHost: {address.Authority}\r\n\r\n");
        while (await connection.PostAsync(question) != (int)HttpStatusCode.OK)
        {
            if (process.HasExited) throw new InvalidOperationException($"The host ended with code {process.ExitCode}: --log shows why.");
            if (time.GetElapsedTime(since) > LongestStart) throw new TimeoutException("The host did not say that it is ready.");
            await Task.Delay(TimeSpan.FromMilliseconds(20), time);
        }
    }

    /// <summary>An address on this machine where nothing listens.</summary>
    public static Uri FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }
}
