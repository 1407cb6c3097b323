namespace Dukcapil.Bot.Load.Wire;

/// <summary>The provider's account that driver and hosts share.</summary>
/// <param name="Sid">Its id.</param>
/// <param name="Token">The token that signs.</param>
/// <param name="Sender">The office's address.</param>
internal sealed record Account(string Sid, string Token, string Sender)
{
    public static Account Made { get; } = new("AC0123456789abcdef0123456789abcdef", "load-driver-token-0001", "whatsapp:+6282100000000");
}
