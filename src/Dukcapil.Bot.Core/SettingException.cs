namespace Dukcapil.Bot.Core;

/// <summary>A setting without which the host cannot start. The message is one line that names the key.</summary>
public sealed class SettingException(string message) : Exception(message);
