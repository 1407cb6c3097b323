namespace Dukcapil.Bot.Web.Startup;

/// <summary>Whether the host has finished starting.</summary>
internal sealed class Readiness
{
    private volatile bool _ready;

    public bool IsReady => _ready;

    public void SetReady() => _ready = true;
}
