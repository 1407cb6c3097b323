namespace Dukcapil.Bot.Tests.Fixtures;

/// <summary>A second host on the database of another.</summary>
public sealed class TwinHost(MigratedDatabase databases, BotApp first) : BotApp(databases)
{
    /// <inheritdoc/>
    public override string ConnectionString => first.ConnectionString;

    /// <inheritdoc/>
    public override string HostConnectionString => first.HostConnectionString;

    /// <inheritdoc/>
    public override async ValueTask InitializeAsync() => await StartAsync();
}
