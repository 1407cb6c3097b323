using System.Globalization;

namespace Dukcapil.Bot.Load;

/// <summary>What to drive and how, as typed.</summary>
public sealed record LoadOptions
{
    /// <summary>How the program is called.</summary>
    public const string Usage = """
        dotnet run -c Release --project tests/Dukcapil.Bot.Load -- [options]
          --rate <turns a second>   open loop at a fixed rate, latency from the due time; without it: saturation
          --connections <n>         connections that post webhooks (32)
          --residents <n>           residents who walk the intake at the same time (400)
          --seconds <n>             measured time (15)
          --warm-up <n>             seconds at the same load before it (15)
          --replicas <n>            hosts on one database (1)
          --callbacks               the provider reports every message as sent and delivered
          --storm                   10,000 messages of 500 residents through failures, kills and restarts, and the proof that all is well
          --messages <n>            of the storm (10000)
          --bookings                2,000 residents book on one day with 120 places, cancel, change, let holds lapse; and the proof
          --import                  a list of 500,000 people through the page: twice, cancelled, and with the host killed; and the proof
          --rows <n>                of the list (500000)
          --campaign                20,000 people reminded through failures, opt-outs, recordings, quiet hours and a kill; and the proof
          --recipients <n>          of the campaign (20000)
          --desks                   officers finish steps over HTTP, 5 a second or --rate; the time until the next desk has the case
          --steps <n>               of them (300)
          --officers <n>            who do it at the same time (4)
          --sql                     statements and round trips a turn, read from the wire; one turn at a time
          --yardstick               pgbench of the same shape before and after, and the ratio
          --database <connection>   a server of yours instead of a private one, as the database's owner; it is filled, use an empty one
          --host-database <conn.>   the same for the hosts, as the login that owns nothing; needed with --database
          --log                     shows what the hosts log
        """;

    public int? Rate { get; init; }

    public int Connections { get; init; } = 32;

    public int Residents { get; init; } = 400;

    public int Seconds { get; init; } = 15;

    public int WarmUp { get; init; } = 15;

    public int Replicas { get; init; } = 1;

    public bool Callbacks { get; init; }

    public bool Storm { get; init; }

    public bool Bookings { get; init; }

    public bool Import { get; init; }

    public int Rows { get; init; } = 500_000;

    public bool Campaign { get; init; }

    public int Recipients { get; init; } = 20_000;

    public int Messages { get; init; } = 10_000;

    public bool Desks { get; init; }

    public int Steps { get; init; } = 300;

    public int Officers { get; init; } = 4;

    public bool Sql { get; init; }

    public bool Yardstick { get; init; }

    public string? Database { get; init; }

    public string? HostDatabase { get; init; }

    public bool Log { get; init; }

    /// <summary>Reads the arguments; null when one is not understood.</summary>
    public static LoadOptions? Read(IReadOnlyList<string> arguments)
    {
        var options = new LoadOptions();
        for (var at = 0; at < arguments.Count; at++)
        {
            var value = at + 1 < arguments.Count ? arguments[at + 1] : "";
            if (options.With(arguments[at], value) is { } plain) options = plain;
            else if (int.TryParse(value, CultureInfo.InvariantCulture, out var number) && number > 0
                && options.With(arguments[at++], number) is { } counted) options = counted;
            else return null;
            if (arguments[at] is "--database" or "--host-database") at++;
        }

        return (options.Database is null) == (options.HostDatabase is null) ? options : null;
    }

    private LoadOptions? With(string name, string value) => name switch
    {
        "--callbacks" => this with { Callbacks = true },
        "--storm" => this with { Storm = true, Residents = 500 },
        "--bookings" => this with { Bookings = true, Residents = 2000 },
        "--import" => this with { Import = true },
        "--campaign" => this with { Campaign = true },
        "--desks" => this with { Desks = true },
        "--sql" => this with { Sql = true },
        "--yardstick" => this with { Yardstick = true },
        "--log" => this with { Log = true },
        "--database" when value.Length > 0 => this with { Database = value },
        "--host-database" when value.Length > 0 => this with { HostDatabase = value },
        _ => null,
    };

    private LoadOptions? With(string name, int number) => name switch
    {
        "--rate" => this with { Rate = number },
        "--connections" => this with { Connections = number },
        "--residents" => this with { Residents = number },
        "--recipients" => this with { Recipients = number },
        "--messages" => this with { Messages = number },
        "--rows" => this with { Rows = number },
        "--steps" => this with { Steps = number },
        "--officers" => this with { Officers = number },
        "--seconds" => this with { Seconds = number },
        "--warm-up" => this with { WarmUp = number },
        "--replicas" => this with { Replicas = number },
        _ => null,
    };
}
