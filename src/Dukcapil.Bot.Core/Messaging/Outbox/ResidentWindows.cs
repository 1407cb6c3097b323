using Npgsql;

namespace Dukcapil.Bot.Core.Messaging.Outbox;

/// <summary>Looks up a resident's 24-hour window, for pages that must say before sending whether a text can go out.</summary>
public sealed class ResidentWindows(NpgsqlDataSource source)
{
    /// <summary>The window of one address; closed for an address that has never written.</summary>
    public async Task<WindowState> ReadAsync(long addressId, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("select last_input_at from conversations where address_id = $1");
        command.Parameters.Add(new() { Value = addressId });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken) || await reader.IsDBNullAsync(0, cancellationToken)) return new WindowState(null);
        return WindowState.Of(reader.GetFieldValue<DateTimeOffset>(0));
    }
}
